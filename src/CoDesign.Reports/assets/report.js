"use strict";
(function () {
  // Width of a plot on A4 paper with the margins of the style sheet [px].
  const paper = { wide: 690, half: 335, small: 220 };
  const config = { responsive: true, displaylogo: false, modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"] };
  const plots = [];

  for (const data of document.querySelectorAll("script.plot-data")) {
    const place = document.getElementById(data.dataset.for);
    const plot = JSON.parse(data.textContent);
    plot.layout.hoverlabel = { namelength: -1 };
    const small = place.dataset.size === "small";
    Plotly.newPlot(place, plot.data, plot.layout, small ? { ...config, displayModeBar: false } : config);
    plots.push(place);
  }

  // Paper has its own width, and what is folded away on the screen belongs on paper.
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((details) => { details.open = true; });
    plots.forEach((place) => Plotly.relayout(place, { width: paper[place.dataset.size] }));
  });
  window.addEventListener("afterprint", () => {
    folded.forEach((details) => { details.open = false; });
    plots.forEach((place) => Plotly.relayout(place, { width: null, autosize: true }));
  });
})();
