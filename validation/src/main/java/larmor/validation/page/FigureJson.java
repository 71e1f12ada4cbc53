package larmor.validation.page;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the script of a page reads: the figures and the colours. */
final class FigureJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Digits of a coordinate in the box that follows the pointer. */
    private static final int HOVER_DIGITS = 6;

    private FigureJson() {}

    /** JSON that is safe between script tags: no character of it can end them. */
    static String of(List<Drawing> figures) {
        ObjectNode root = NODES.objectNode();
        ObjectNode light = root.putObject("palette").putObject("light");
        ObjectNode dark = ((ObjectNode) root.get("palette")).putObject("dark");
        for (Swatch swatch : PageTemplate.swatches()) {
            light.put(swatch.id(), swatch.light());
            dark.put(swatch.id(), swatch.dark());
        }
        ArrayNode all = root.putArray("figures");
        figures.forEach(figure -> all.add(drawing(figure)));
        return root.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static ObjectNode drawing(Drawing drawing) {
        ObjectNode json =
                switch (drawing) {
                    case Figure figure -> figure(figure);
                    case HeatMap map -> map(map);
                };
        json.put("id", drawing.id());
        return json;
    }

    private static ObjectNode map(HeatMap map) {
        ObjectNode json = NODES.objectNode();
        json.put("kind", "map");
        json.put("name", map.name());
        json.set("label", runs(Symbol.label(map.name())));
        switch (map.scale()) {
            case HeatMap.Scale.Logarithmic(String sign, _) ->
                    json.put("scale", Axis.Scale.LOGARITHMIC.id()).put("zero", sign);
            case HeatMap.Scale.Linear _ -> json.put("scale", Axis.Scale.LINEAR.id());
        }
        json.set("rows", side(map.rows()));
        json.set("columns", side(map.columns()));
        ArrayNode cells = json.putArray("cells");
        for (int i = 0; i < map.rows().size(); i++) {
            for (int j = 0; j < map.columns().size(); j++) {
                HeatMap.Cell cell = map.cells().get(i).get(j);
                if (!cell.isEmpty()) {
                    ObjectNode node = cells.addObject();
                    node.put("row", i)
                            .put("column", j)
                            .put("value", cell.value())
                            .put("text", map.printed(cell))
                            .put("hollow", cell.fill() == Series.Fill.HOLLOW);
                    putFacts(node, cell.facts());
                }
            }
        }
        return json;
    }

    private static ObjectNode side(HeatMap.Side side) {
        ObjectNode json = NODES.objectNode();
        json.set("title", runs(Symbol.label(side.title())));
        ArrayNode names = json.putArray("names");
        side.names().forEach(names::add);
        return json;
    }

    private static ObjectNode figure(Figure figure) {
        ObjectNode json = NODES.objectNode();
        json.put("kind", "diagram");
        json.set("x", axis(figure.x()));
        json.set("y", axis(figure.y()));
        ArrayNode series = json.putArray("series");
        figure.series().forEach(one -> series.add(series(figure, one)));
        ArrayNode guides = json.putArray("guides");
        for (Guide guide : figure.guides()) {
            ObjectNode node = guides.addObject();
            node.put("axis", guide.direction() == Guide.Direction.ACROSS_X ? "xAxis" : "yAxis");
            node.put("at", guide.at());
            node.set("label", runs(Symbol.label(guide.label())));
        }
        return json;
    }

    private static ObjectNode axis(Axis axis) {
        ObjectNode json = NODES.objectNode();
        json.put("scale", axis.scale().id());
        json.put("name", axis.name());
        json.put("unit", axis.unit());
        axis.range()
                .ifPresent(range ->
                        json.putObject("range")
                                .put("low", range.low())
                                .put("high", range.high())
                                .put("step", range.step()));
        json.set("symbol", runs(Symbol.symbol(axis.symbol())));
        json.set("label", runs(Symbol.label(axis.label())));
        return json;
    }

    private static ObjectNode series(Figure figure, Series series) {
        ObjectNode json = NODES.objectNode();
        json.put("name", series.name());
        json.put("hue", series.hue().id());
        json.put("line", series.line().id());
        json.put("mark", series.mark().id());
        json.put("hollow", series.fill() == Series.Fill.HOLLOW);
        json.put("small", series.size() == Series.Size.SMALL);
        ArrayNode points = json.putArray("points");
        for (Series.Point point : series.points()) {
            if (point.isGap()) {
                points.addNull();
            } else if (figure.draws(point)) {
                points.add(point(point));
            }
        }
        return json;
    }

    private static ObjectNode point(Series.Point point) {
        ObjectNode json = NODES.objectNode();
        json.put("x", point.x());
        json.put("y", point.y());
        json.put("atX", Numeral.of(point.x(), HOVER_DIGITS));
        json.put("atY", Numeral.of(point.y(), HOVER_DIGITS));
        point.interval()
                .ifPresent(
                        interval -> json.putArray("bar").add(interval.low()).add(interval.high()));
        putFacts(json, point.facts());
        return json;
    }

    private static void putFacts(ObjectNode json, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        ArrayNode list = json.putArray("facts");
        for (Fact fact : facts) {
            ObjectNode node = list.addObject();
            node.set("label", runs(Symbol.label(fact.label())));
            node.put("value", fact.value());
        }
    }

    private static ArrayNode runs(List<Symbol.Run> runs) {
        ArrayNode json = NODES.arrayNode();
        runs.forEach(run -> json.addArray().add(run.setting().id()).add(run.text()));
        return json;
    }
}
