/**
 * The {@code larmor} command: it reads arguments, calls the libraries and prints. {@link
 * larmor.cli.Larmor} is the entry; each command is a class of its own.
 *
 * <p>Results go to standard output, notes and progress to standard error. Exit status: 0 done, 1 a
 * check failed, 2 bad input or usage, 3 the run failed or its output could not be written, 4
 * nothing could be measured, 141 the reader of standard output has gone. Bad input is one line that
 * names the flag or the key, and leaves no output behind.
 *
 * <p>The only package that reads arguments, prints or ends the process. It may use every other one;
 * none uses it.
 */
@NullMarked
package larmor.cli;

import org.jspecify.annotations.NullMarked;
