/** The SIMD batch solvers on the Vector API. */
@NullMarked
package larmor.simd;

import org.jspecify.annotations.NullMarked;
