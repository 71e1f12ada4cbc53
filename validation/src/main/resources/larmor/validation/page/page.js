"use strict";
(() => {
  const content = JSON.parse(document.getElementById("page-data").textContent);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  // Names of fonts end up in attributes of a saved figure, where a double quote would end them.
  const FONT = getComputedStyle(document.querySelector(".tools")).fontFamily.replaceAll('"', "'");
  const SYMBOLS = { circle: "circle", square: "rect", diamond: "diamond", triangle: "triangle" };
  const SIZES = { circle: 7.5, square: 7, diamond: 9.5, triangle: 8.5 };
  const NARROW = 480;
  const SAVED_WIDTH = 840;
  const SAVED_HEIGHT = 600;
  // The size of a figure on paper, as the style sheet has it: it is drawn before the page is laid out.
  const PRINTED = { diagram: { width: 660, height: 400 }, map: { width: 660, height: 600 } };
  // Even in lightness, for any colour vision and on either paper (S. van der Walt, N. Smith, 2015).
  const VIRIDIS = ["#440154", "#3b528b", "#21918c", "#5ec962", "#fde725"];
  let printing = false;

  function palette() {
    return content.palette[dark.matches && !printing ? "dark" : "light"];
  }

  // Labels are lists of [setting, text]: here as the rich text of a chart, below as elements.
  function rich(runs) {
    return runs.map(([setting, text]) => {
      const plain = text.replace(/[{}]/g, " ");
      return "{" + (setting || "upright") + "|" + plain + "}";
    }).join("");
  }

  function richStyles(size) {
    return {
      upright: { fontSize: size },
      i: { fontSize: size, fontStyle: "italic" },
      sub: { fontSize: size * 0.72, verticalAlign: "bottom", padding: [size * 0.45, 0, 0, 0] },
      sup: { fontSize: size * 0.72, verticalAlign: "top", padding: [0, 0, size * 0.45, 0] },
    };
  }

  function elements(runs) {
    return runs.map(([setting, text]) => {
      const node = document.createElement(setting || "span");
      node.textContent = text;
      return node;
    });
  }

  function superscript(n) {
    return String(n).replace(/./g, (c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c]));
  }

  function decade(value) {
    const power = Math.round(Math.log10(value));
    return Math.abs(Math.log10(value) - power) < 1e-9 ? "10" + superscript(power) : "";
  }

  // The share of an axis that a label takes.
  const LABEL = 0.08;

  // The ends of a zoomed logarithmic axis, between which there may be no power of ten; "" where one is too close.
  function betweenDecades(value, seen) {
    const [place, low, high] = [value, seen.startValue, seen.endValue].map(Math.log10);
    const labelled = (power) => power >= low && power <= high && Math.abs(place - power) < LABEL * (high - low);
    if (labelled(Math.floor(place)) || labelled(Math.ceil(place))) {
      return "";
    }
    const [mantissa, power] = value.toExponential(1).split("e");
    return mantissa + "×10" + superscript(Number(power));
  }

  function decimal(value) {
    return String(Number(value.toPrecision(10))).replace("-", "−");
  }

  // Where a reader zooms labels go with what is seen, as the chart finds them. The ends it would round to decimals that
  // go with their distance, and so the lower one of many decades to zero.
  function zoomedAxis(axis, seen) {
    const logarithmic = axis.scale === "log";
    const formatter = logarithmic ? (value) => decade(value) || betweenDecades(value, seen) : decimal;
    const ends = logarithmic ? {} : { showMinLabel: false, showMaxLabel: false };
    return { min: seen.startValue, max: seen.endValue, interval: null, axisLabel: { formatter, ...ends } };
  }

  function tickLabel(axis) {
    return (value) => {
      if (axis.scale === "log") {
        return decade(value);
      }
      // A range may end between two ticks; its end then has no label.
      const steps = axis.range ? (value - axis.range.low) / axis.range.step : 0;
      return Math.abs(steps - Math.round(steps)) > 1e-6 ? "" : decimal(value);
    };
  }

  // Decades from one label of a logarithmic axis to the next; the first that does not crowd it is taken.
  const DECADES = [1, 2, 3, 5, 10, 20, 50, 100];
  const MOST_DECADES = 8;

  // Powers of ten around the data, each of them labelled. Rounding must not push one decade further.
  function extent(axis, numbers) {
    if (axis.range) {
      return { min: axis.range.low, max: axis.range.high, interval: axis.range.step };
    }
    const powers = numbers.filter((n) => n > 0).map((n) => Math.log10(n));
    if (axis.scale !== "log" || powers.length === 0) {
      return {};
    }
    const lowest = Math.floor(Math.min(...powers) + 1e-9);
    const highest = Math.max(lowest + 1, Math.ceil(Math.max(...powers) - 1e-9));
    const interval = DECADES.find((step) => (highest - lowest) / step <= MOST_DECADES);
    return {
      min: 10 ** (Math.floor(lowest / interval) * interval),
      max: 10 ** (Math.ceil(highest / interval) * interval),
      interval,
    };
  }

  // Of the name of an axis, or of a bar of colours.
  function headingStyle(colours) {
    return { color: colours.ink, fontSize: 14, rich: richStyles(14) };
  }

  // Half a label of an axis may stand out above, whether there is one at its end or not.
  function frame(left, right, top, bottom) {
    return {
      left, right, top, bottom,
      outerBounds: { left, right, top: top - 10, bottom },
      outerBoundsContain: "all",
    };
  }

  // What every figure has, below a margin for what stands above it.
  function canvas(top, colours) {
    return {
      animation: false,
      textStyle: { fontFamily: FONT, color: colours.ink },
      grid: frame(6, 14, top, 6),
    };
  }

  function axisOption(axis, numbers, gap, colours, narrow) {
    const title = [["", axis.name]];
    if (axis.symbol.length > 0) {
      title.push(["", "  "], ...axis.symbol);
    }
    if (axis.unit) {
      title.push(["", " (" + axis.unit + ")"]);
    }
    const logarithmic = axis.scale === "log";
    const span = extent(axis, numbers);
    return {
      type: axis.scale,
      scale: true,
      splitNumber: narrow ? 4 : 6,
      ...span,
      name: rich(title),
      nameLocation: "middle",
      nameGap: gap,
      nameTextStyle: headingStyle(colours),
      axisLine: { show: true, onZero: false, lineStyle: { color: colours.muted } },
      axisTick: { show: true, inside: true, length: 6, lineStyle: { color: colours.muted } },
      // 2, 3 … 9 times a power of ten, of which more than one lies between labels that are further apart.
      minorTick: { show: !(logarithmic && span.interval > 1), length: 3, splitNumber: logarithmic ? 9 : 5 },
      axisLabel: { color: colours.muted, fontSize: 12, hideOverlap: true, formatter: tickLabel(axis) },
      splitLine: { show: true, lineStyle: { color: colours.grid } },
    };
  }

  // Where a figure has small series, the others are larger, to show around them.
  function lineWidth(series, nested) {
    if (series.small) {
      return 2;
    }
    return nested ? 6.4 : 2;
  }

  // Lengths of dashes and gaps.
  const DASHES = { dashed: [7, 5], dotted: [2, 3], dash_dotted: [7, 4, 2, 4] };

  // A dash of a small series lies where one of those around it has its gap.
  function dashes(series) {
    return series.line in DASHES
      ? { type: DASHES[series.line], dashOffset: series.small ? 6 : 0 }
      : { type: series.line };
  }

  function markSize(series, nested) {
    if (series.mark === "none") {
      return 8;
    }
    if (series.small) {
      return SIZES[series.mark] * 0.7;
    }
    return SIZES[series.mark] * (nested ? 1.12 : 1);
  }

  function curve(series, nested, colours) {
    const colour = colours[series.hue];
    const marked = series.mark !== "none";
    const points = series.points.map((p) => (p ? { value: [p.x, p.y], point: p } : { value: ["-", "-"] }));
    const option = {
      name: series.name,
      data: points,
      symbol: marked ? SYMBOLS[series.mark] : "circle",
      symbolSize: markSize(series, nested.marks),
      itemStyle: series.hollow
        ? { color: colours.paper, borderColor: colour, borderWidth: series.small ? 1.2 : 1.6, opacity: 1 }
        : { color: colour, borderColor: colours.paper, borderWidth: series.small ? 0 : 0.8, opacity: 1 },
      emphasis: { scale: marked ? 1.35 : 1 },
      cursor: "crosshair",
      z: marked ? 4 : series.small ? 3 : 2,
      animation: false,
      clip: true,
    };
    if (series.line === "none") {
      return { ...option, type: "scatter" };
    }
    const width = lineWidth(series, nested.lines);
    return {
      ...option,
      type: "line",
      // Without a mark the vertices stay unseen and only answer the pointer.
      itemStyle: marked ? option.itemStyle : { color: colour, opacity: 0 },
      emphasis: { scale: false, lineStyle: { width } },
      showSymbol: true,
      showAllSymbol: true,
      connectNulls: false,
      lineStyle: { color: colour, width, ...dashes(series) },
    };
  }

  // Paper beside a solid line that lies on a wider one: two colours of equal lightness run into one another.
  function edge(series, colours) {
    return {
      type: "line",
      name: series.name,
      data: series.points.map((p) => (p ? [p.x, p.y] : ["-", "-"])),
      silent: true,
      symbol: "none",
      z: 2,
      animation: false,
      clip: true,
      connectNulls: false,
      emphasis: { disabled: true },
      lineStyle: { color: colours.paper, width: 4 },
    };
  }

  function bars(series, colours) {
    return {
      name: series.name,
      type: "custom",
      silent: true,
      animation: false,
      clip: true,
      z: 3,
      data: series.points.filter((p) => p && p.bar).map((p) => [p.x, p.bar[0], p.bar[1]]),
      renderItem: (_, api) => {
        const low = api.coord([api.value(0), api.value(1)]);
        const high = api.coord([api.value(0), api.value(2)]);
        const stroke = { stroke: colours[series.hue], lineWidth: 1.3, fill: "none" };
        const cap = 3;
        const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: stroke });
        // A bar shorter than its own caps is hidden behind its mark.
        if (Math.abs(low[1] - high[1]) < 2 * cap) {
          return { type: "group", children: [] };
        }
        return {
          type: "group",
          children: [
            line(low[0], low[1], high[0], high[1]),
            line(low[0] - cap, low[1], low[0] + cap, low[1]),
            line(high[0] - cap, high[1], high[0] + cap, high[1]),
          ],
        };
      },
    };
  }

  function guides(figure, colours) {
    return {
      type: "line",
      data: [],
      silent: true,
      markLine: {
        silent: true,
        symbol: "none",
        animation: false,
        precision: 20,
        lineStyle: { color: colours.muted, width: 1, type: [2, 3] },
        data: figure.guides.map((guide) => ({
          [guide.axis]: guide.at,
          label: {
            position: guide.axis === "xAxis" ? "end" : "insideEndTop",
            formatter: rich(guide.label),
            color: colours.muted,
            rich: richStyles(12),
          },
        })),
      },
    };
  }

  function fact(list, runs, value) {
    const label = document.createElement("dt");
    label.append(...elements(runs));
    const text = document.createElement("dd");
    text.textContent = value;
    list.append(label, text);
  }

  function tooltip(formatter, colours) {
    return {
      trigger: "item",
      confine: true,
      transitionDuration: 0,
      backgroundColor: colours.paper,
      borderColor: colours.rule,
      borderWidth: 1,
      padding: [8, 12],
      extraCssText: "box-shadow:0 2px 10px rgba(0,0,0,.16);border-radius:4px",
      formatter,
    };
  }

  function tip(figure, params) {
    const box = document.createElement("div");
    box.className = "tip";
    const title = document.createElement("strong");
    title.textContent = params.seriesName;
    const list = document.createElement("dl");
    const point = params.data.point;
    if (point.facts) {
      point.facts.forEach((one) => fact(list, one.label, one.value));
    } else {
      fact(list, figure.x.label, point.atX);
      fact(list, figure.y.label, point.atY);
    }
    box.append(title, list);
    return box;
  }

  function cellTip(figure, params) {
    const { cell } = params.data;
    const box = document.createElement("div");
    box.className = "tip";
    const title = document.createElement("strong");
    title.textContent = cell.facts ? figure.name : params.data.names.join(" · ");
    const list = document.createElement("dl");
    if (cell.facts) {
      cell.facts.forEach((one) => fact(list, one.label, one.value));
    } else {
      fact(list, [["", figure.name]], cell.text);
    }
    box.append(title, list);
    return box;
  }

  // A colour of a ramp, as red, green and blue up to 255.
  function blend(ramp, share) {
    const stops = ramp.map((colour) => [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16)));
    const place = share * (stops.length - 1);
    const first = Math.min(Math.floor(place), stops.length - 2);
    return stops[first].map((c, i) => c + (place - first) * (stops[first + 1][i] - c));
  }

  // Relative luminance as WCAG 2.1 defines it.
  function luminance(colour) {
    const [red, green, blue] = colour.map((c) =>
      (c <= 0.04045 * 255 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  // Black or white, whichever has the higher contrast; that is at least 4.58, and WCAG AA asks for 4.5.
  function inkOn(colour) {
    const light = luminance(colour) + 0.05;
    return light / 0.05 > 1.05 / light ? "#000000" : "#ffffff";
  }

  // Zero has no logarithm: its cells keep the colour of the paper, whatever the scale.
  function logarithmicShading(figure, colours) {
    const logarithms = figure.cells.filter((c) => c.value > 0).map((c) => Math.log10(c.value));
    const low = Math.floor(Math.min(0, ...logarithms));
    const high = Math.ceil(Math.max(low + 1, ...logarithms));
    const place = (cell) => (cell.value > 0 ? Math.log10(cell.value) : low);
    return {
      low,
      high,
      place,
      ends: ["10" + superscript(high), "10" + superscript(low)],
      ramp: [colours.panel, colours.blue],
      label: (cell) => (cell.value > 0 ? Math.log10(cell.value).toFixed(1).replace("-", "−") : figure.zero),
      labelledCell: 34,
      ownColour: (cell) => (cell.value > 0 ? null : colours.paper),
    };
  }

  function linearShading(figure) {
    const values = figure.cells.map((c) => c.value);
    const low = values.reduce((a, b) => Math.min(a, b), Infinity);
    const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
    return {
      low,
      high: high > low ? high : low + 1,
      place: (cell) => cell.value,
      // Beside a number of order one, the power of a state at rest is nothing.
      ends: [high, low].map((v) => String(Math.abs(v) < 1e-6 * high ? 0 : Number(v.toPrecision(4))).replace("-", "−")),
      ramp: VIRIDIS,
      label: (cell) => cell.text,
      labelledCell: 46,
      ownColour: () => null,
    };
  }

  function side(one, gap, label, colours) {
    return {
      type: "category",
      axisLine: { show: false },
      axisTick: { show: false },
      splitArea: { show: false },
      data: one.names,
      axisLabel: label,
      ...(one.title.length === 0 ? {} : {
        name: rich(one.title),
        nameLocation: "middle",
        nameGap: gap,
        nameTextStyle: headingStyle(colours),
      }),
    };
  }

  function colourBar(shading, colours, narrow) {
    return {
      type: "continuous",
      min: shading.low,
      max: shading.high,
      orient: "horizontal",
      left: "center",
      top: 22,
      itemWidth: 12,
      itemHeight: narrow ? 130 : 220,
      text: shading.ends,
      textStyle: { color: colours.muted },
      inRange: { color: shading.ramp },
      hoverLink: false,
    };
  }

  function mapOption(figure, colours, width) {
    const narrow = width < NARROW;
    const linear = figure.scale === "value";
    const shading = linear ? linearShading(figure) : logarithmicShading(figure, colours);
    const cellColours = (cell) => {
      const own = shading.ownColour(cell);
      const share = (shading.place(cell) - shading.low) / (shading.high - shading.low);
      return {
        label: { color: inkOn(own ? blend([own, own], 0) : blend(shading.ramp, share)) },
        ...(own ? { visualMap: false, itemStyle: { color: own } } : {}),
      };
    };
    const labelled = width / (figure.columns.names.length + 3) > shading.labelledCell;
    const label = { color: colours.muted, fontSize: narrow ? 9 : 12, interval: linear ? "auto" : 0 };
    return {
      ...canvas(66, colours),
      // Of the colours: between the ends of their bar there is no room for it.
      title: {
        text: rich(figure.label),
        left: "center",
        top: 0,
        textStyle: { ...headingStyle(colours), fontWeight: "normal" },
      },
      tooltip: tooltip((params) => cellTip(figure, params), colours),
      visualMap: colourBar(shading, colours, narrow),
      xAxis: side(figure.columns, 30, linear ? label : { ...label, rotate: 90 }, colours),
      yAxis: { ...side(figure.rows, 46, label, colours), inverse: !linear },
      series: [{
        name: figure.name,
        type: "heatmap",
        animation: false,
        label: {
          show: labelled || figure.cells.some((cell) => cell.hollow),
          fontSize: 10,
          formatter: (p) => (p.data.cell.hollow ? "○ " : "") + (labelled ? shading.label(p.data.cell) : ""),
        },
        itemStyle: { borderColor: colours.rule, borderWidth: linear && !labelled ? 0 : 0.5 },
        data: figure.cells.map((cell) => ({
          value: [cell.column, cell.row, shading.place(cell)],
          names: [figure.rows.names[cell.row], figure.columns.names[cell.column]],
          cell,
          ...cellColours(cell),
        })),
      }],
    };
  }

  function optionOf(figure, shown, colours, width) {
    return figure.kind === "map"
      ? mapOption(figure, colours, width)
      : diagramOption(figure, shown, colours, width);
  }

  function diagramOption(figure, shown, colours, width) {
    const narrow = width < NARROW;
    const points = figure.series.flatMap((s) => s.points.filter((p) => p));
    const nested = {
      lines: figure.series.some((s) => s.small && s.line !== "none"),
      marks: figure.series.some((s) => s.small && s.mark !== "none"),
    };
    const heights = [
      ...points.flatMap((p) => [p.y, ...(p.bar || [])]),
      ...figure.guides.filter((guide) => guide.axis === "yAxis").map((guide) => guide.at),
    ];
    return {
      ...canvas(24, colours),
      legend: { show: false, selected: shown },
      toolbox: { show: true, top: -100, feature: { dataZoom: { filterMode: "none", brushStyle: { color: colours.link, opacity: 0.15 } } } },
      tooltip: tooltip((params) => (params.data && params.data.point ? tip(figure, params) : ""), colours),
      xAxis: axisOption(figure.x, points.map((p) => p.x), 30, colours, narrow),
      yAxis: axisOption(figure.y, heights, figure.y.scale === "log" ? 48 : 42, colours, narrow),
      series: [
        ...figure.series.map((series) => curve(series, nested, colours)),
        ...figure.series.filter((s) => s.small && s.line === "solid").map((s) => edge(s, colours)),
        ...figure.series.filter((s) => s.points.some((p) => p && p.bar)).map((s) => bars(s, colours)),
        guides(figure, colours),
      ],
    };
  }

  // A saved figure is on white and of one size, whatever the screen, and has a legend of its own.
  function save(figure, shown) {
    const colours = content.palette.light;
    const map = figure.kind === "map";
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: SAVED_WIDTH, height: map ? SAVED_WIDTH : SAVED_HEIGHT });
    const option = optionOf(figure, shown, colours, SAVED_WIDTH);
    const names = map ? [] : [...new Set(figure.series.map((s) => s.name))];
    // A legend stretches the mark "rect" to the length of a line, but keeps the shape of a path.
    const entry = (name) => {
      const first = figure.series.find((s) => s.name === name);
      const square = first.line === "none" && first.mark === "square";
      return square ? { name, icon: "path://M0 0H10V10H0Z" } : { name };
    };
    chart.setOption({
      ...option,
      backgroundColor: colours.paper,
      toolbox: { show: false },
      legend: {
        selected: shown, left: "center", top: 12, itemWidth: 30, itemHeight: 9, itemGap: 18,
        data: names.filter((name) => shown[name] !== false).map(entry),
        textStyle: { color: colours.ink, fontSize: 13 },
      },
      grid: frame(16, 24, map ? option.grid.top : 24 + 28 * Math.ceil(names.length / 2), 16),
    });
    const address = URL.createObjectURL(new Blob([chart.renderToSVGString()], { type: "image/svg+xml" }));
    chart.dispose();
    const link = document.createElement("a");
    link.href = address;
    link.download = figure.id + ".svg";
    link.click();
    URL.revokeObjectURL(address);
  }

  function draw(figure) {
    const host = document.querySelector('[data-figure="' + figure.id + '"]');
    const frame = host.closest("figure");
    const chart = echarts.init(host, null, { renderer: "svg" });
    const zoom = frame.querySelector('[data-action="zoom"]');
    const shown = {};
    let zooming = false;

    function redraw() {
      chart.resize(printing ? PRINTED[figure.kind] : { width: "auto", height: "auto" });
      // What the pointer shows belongs to the old drawing; it would be filled in once more when it is gone.
      chart.dispatchAction({ type: "hideTip" });
      chart.setOption(optionOf(figure, shown, palette(), host.clientWidth), true);
      setZooming(zooming);
    }

    function setZooming(on) {
      if (!zoom) {
        return;
      }
      zooming = on;
      zoom.setAttribute("aria-pressed", String(on));
      chart.dispatchAction({ type: "takeGlobalCursor", key: "dataZoomSelect", dataZoomSelectActive: on });
    }

    frame.querySelectorAll("[data-series]").forEach((button) => {
      button.addEventListener("click", () => {
        const name = button.dataset.series;
        shown[name] = shown[name] === false;
        button.setAttribute("aria-pressed", String(shown[name]));
        chart.dispatchAction({ type: shown[name] ? "legendSelect" : "legendUnSelect", name });
      });
    });
    if (zoom) {
      chart.on("datazoom", ({ batch: [x, y] }) => {
        chart.dispatchAction({ type: "dataZoom", start: 0, end: 100 }, { silent: true });
        chart.setOption({ xAxis: zoomedAxis(figure.x, x), yAxis: zoomedAxis(figure.y, y) });
      });
      zoom.addEventListener("click", () => setZooming(!zooming));
      frame.querySelector('[data-action="reset"]').addEventListener("click", () => {
        zooming = false;
        redraw();
      });
    }
    frame.querySelector('[data-action="save"]').addEventListener("click", () => save(figure, shown));
    redraw();
    new ResizeObserver(() => printing || chart.resize()).observe(host);
    return redraw;
  }

  const redraws = content.figures.map(draw);
  const redrawAll = () => redraws.forEach((redraw) => redraw());
  dark.addEventListener("change", redrawAll);
  window.addEventListener("beforeprint", () => {
    printing = true;
    document.querySelectorAll("details.checks").forEach((folded) => {
      folded.open = true;
    });
    redrawAll();
  });
  window.addEventListener("afterprint", () => {
    printing = false;
    redrawAll();
  });
})();
