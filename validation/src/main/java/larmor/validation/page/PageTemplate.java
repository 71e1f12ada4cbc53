package larmor.validation.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import larmor.validation.Check;
import org.jspecify.annotations.Nullable;

/** Fills the templates of a page. */
final class PageTemplate {

    private static final String FOLDER = "larmor/validation/page/";

    private static final String CHARTS =
            "META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

    private static final PebbleEngine ENGINE = engine();

    private PageTemplate() {}

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader(PageTemplate.class.getClassLoader());
        loader.setPrefix(FOLDER);
        loader.setSuffix(".peb");
        return new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .extension(new Typography())
                .build();
    }

    static String render(Page page) {
        List<Drawing> figures = new ArrayList<>();
        List<SectionView> sections = new ArrayList<>();
        for (Section section : page.sections()) {
            List<BlockView> blocks = new ArrayList<>();
            for (Block block : section.blocks()) {
                blocks.add(view(block));
                if (block instanceof Drawing figure) {
                    figures.add(figure);
                }
            }
            sections.add(new SectionView(section.id(), section.title(), blocks));
        }
        List<String> scripts =
                figures.isEmpty()
                        ? List.of()
                        : List.of(resource(CHARTS), resource(FOLDER + "page.js"));
        StringWriter html = new StringWriter();
        try {
            PebbleTemplate template = ENGINE.getTemplate("page");
            template.evaluate(
                    html,
                    Map.ofEntries(
                            Map.entry("page", page),
                            Map.entry("sections", sections),
                            Map.entry("verdicts", page.conclusion().stream().toList()),
                            Map.entry("light", colours(Swatch::light)),
                            Map.entry("dark", colours(Swatch::dark)),
                            Map.entry("style", resource(FOLDER + "page.css")),
                            Map.entry("scripts", scripts),
                            Map.entry("policy", policy(scripts)),
                            Map.entry("data", FigureJson.of(figures))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }

    static List<Swatch> swatches() {
        List<Swatch> swatches = new ArrayList<>(List.of(Tint.values()));
        swatches.addAll(List.of(Hue.values()));
        return swatches;
    }

    /** Declarations for the style sheet. */
    private static String colours(Function<Swatch, String> paper) {
        StringBuilder declarations = new StringBuilder();
        for (Swatch swatch : swatches()) {
            declarations.append("--").append(swatch.id()).append(": ");
            declarations.append(paper.apply(swatch)).append("; ");
        }
        return declarations.toString();
    }

    /**
     * What a browser lets the page do: load nothing, and run these scripts and no other, even if
     * one came in with a name.
     */
    private static String policy(List<String> scripts) {
        String sources =
                scripts.isEmpty()
                        ? "'none'"
                        : scripts.stream().map(PageTemplate::hash).collect(Collectors.joining(" "));
        return "default-src 'none'; base-uri 'none'; form-action 'none'; script-src "
                + sources
                + "; style-src 'unsafe-inline'; img-src data: blob:";
    }

    private static String hash(String script) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static BlockView view(Block block) {
        return switch (block) {
            case Paragraph _ -> new BlockView("paragraph", block);
            case Drawing figure -> new BlockView("figure", FigureView.of(figure));
            case Table _ -> new BlockView("table", block);
            case Evidence evidence -> new BlockView("evidence", EvidenceView.of(evidence));
            case Problem _ -> new BlockView("problem", block);
            case Downloads _ -> new BlockView("downloads", block);
        };
    }

    private static String resource(String path) {
        try (InputStream stream = PageTemplate.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the class path: " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A section as the template reads it. */
    public record SectionView(String id, String title, List<BlockView> blocks) {}

    /** A block with the name of its template. */
    public record BlockView(String template, Object content) {}

    /** A figure as its template reads it. */
    public record FigureView(
            Drawing figure,
            String shape,
            List<LegendEntry> legend,
            Table numbers,
            String summary,
            String csv) {

        static FigureView of(Drawing figure) {
            Map<String, LegendEntry> legend = new LinkedHashMap<>();
            if (figure instanceof Figure diagram) {
                for (Series series : diagram.series()) {
                    legend.putIfAbsent(series.name(), LegendEntry.of(series));
                }
            }
            return new FigureView(
                    figure,
                    figure instanceof HeatMap ? "map" : "diagram",
                    List.copyOf(legend.values()),
                    figure.numbers(),
                    figure.summary(),
                    DataAddress.of("text/csv", figure.csv()));
        }
    }

    /** An entry of a legend as the template of figures reads it. */
    public record LegendEntry(
            String name, String hue, String line, String mark, String fill, String size) {

        static LegendEntry of(Series series) {
            return new LegendEntry(
                    series.name(),
                    series.hue().id(),
                    series.line().id(),
                    series.mark().id(),
                    series.fill().id(),
                    series.size().id());
        }
    }

    /** A table of checks as its template reads it. */
    public record EvidenceView(List<CheckView> rows, boolean folded, String summary) {

        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(
                    evidence.checks().stream().map(CheckView::of).toList(),
                    evidence.folded(),
                    Summary.of(evidence.checks()).text());
        }
    }

    /** A check as its template reads it. */
    public record CheckView(
            Check check,
            String measured,
            String reference,
            String error,
            String limit,
            String used,
            long bar) {

        private static final int VALUE_DIGITS = 12;
        private static final int ERROR_DIGITS = 2;
        private static final int FULL_BAR = 100;

        static CheckView of(Check check) {
            double used = check.limitUsed();
            return new CheckView(
                    check,
                    Numeral.of(check.measured(), VALUE_DIGITS),
                    Numeral.of(check.reference(), VALUE_DIGITS),
                    Numeral.of(check.error(), ERROR_DIGITS),
                    Numeral.of(check.limit().value(), ERROR_DIGITS),
                    Double.isInfinite(used) ? "" : Numeral.percent(used),
                    Math.round(FULL_BAR * Math.min(1, used)));
        }
    }

    /** Filters that set symbols: each escapes what it is given. */
    private static final class Typography extends AbstractExtension {

        @Override
        public Map<String, Filter> getFilters() {
            return Map.of(
                    "symbol", new SymbolFilter(Symbol::symbol),
                    "prose", new SymbolFilter(Symbol::prose),
                    "label", new SymbolFilter(Symbol::label));
        }
    }

    private record SymbolFilter(Function<String, List<Symbol.Run>> setting) implements Filter {

        @Override
        public @Nullable Object apply(
                @Nullable Object input,
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            return new SafeString(Symbol.html(setting.apply(String.valueOf(input))));
        }

        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }
    }
}
