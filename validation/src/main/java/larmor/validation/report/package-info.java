/**
 * The report: what is computed, which checks it goes through, and the page and files made of it.
 *
 * <p>It puts together what the packages around it offer: {@code larmor.validation} (the figure and
 * the checks), {@code larmor.validation.exact} (the theory), {@code larmor.validation.page} (the
 * page) and {@code larmor.file} (the tables). It computes nothing of its own and writes no file:
 * the command does, through {@code larmor.file}. {@code bench} and {@code cli} may depend on it.
 */
@NullMarked
package larmor.validation.report;

import org.jspecify.annotations.NullMarked;
