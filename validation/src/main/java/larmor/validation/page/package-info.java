/**
 * Report pages: one HTML file each, made from data, with no need of a network.
 *
 * <p>A {@link larmor.validation.page.Page} is a list of {@link larmor.validation.page.Section}s of
 * {@link larmor.validation.page.Block}s: text, figures, tables, checks, the statement of the
 * problem, files to download. {@link larmor.validation.page.Page#html()} renders it. {@link
 * larmor.validation.page.Figure2Panels} draws Fig. 2 of the paper from the rows of its sweep,
 * {@link larmor.validation.page.SweepPanels} any sweep, {@link larmor.validation.page.BranchPanels}
 * the branches of limit cycles.
 *
 * <p>Equal pages render to equal text: nothing is read from the clock or the machine here, that is
 * in the {@link larmor.validation.page.Provenance} which the caller gives. All text is escaped. A
 * verdict on the page is computed from the checks that the page shows, or is the {@link
 * larmor.validation.page.Summary} that the caller gives where it is not a matter of checks; a page
 * with neither has none.
 *
 * <p>Text may hold subscripts and superscripts: {@code V_c}, {@code g_l^{AP}}.
 *
 * <p>Depends on {@code larmor.validation}, {@code larmor.sweep}, {@code larmor.orbit}, {@code
 * larmor.observable}, {@code larmor.ode} (for failed runs) and {@code larmor.model}, on Pebble for
 * the templates, on Jackson and Apache ECharts for the figures. {@code larmor.validation.report}
 * and the modules above may depend on it. It computes no physics and writes no files.
 */
@NullMarked
package larmor.validation.page;

import org.jspecify.annotations.NullMarked;
