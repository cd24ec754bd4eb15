"use strict";
(function () {
  document.querySelectorAll("form.choose").forEach(function (form) {
    form.addEventListener("change", function (event) {
      if (!event.target.value) { return; }
      if (event.target.name === "period") {
        form.querySelectorAll("input[type=date]").forEach(function (day) { day.value = ""; });
      } else if (event.target.type === "date" && form.elements.period) {
        form.elements.period.value = "";
      }
    });
  });
  document.querySelectorAll("form.choose").forEach(function (form) {
    form.addEventListener("submit", function () {
      form.querySelectorAll("select, input").forEach(function (field) {
        if (!field.value) { field.disabled = true; }
      });
    });
    window.addEventListener("pageshow", function () {
      form.querySelectorAll("select, input").forEach(function (field) { field.disabled = false; });
    });
  });
  var place = document.querySelector(".map-live");
  if (!place || !window.L) { return; }
  var data = JSON.parse(place.dataset.map);
  place.hidden = false;
  var map = L.map(place, { attributionControl: false, maxZoom: data.nearest });
  function ask(address, tries) {
    return fetch(address, { credentials: "same-origin" }).then(function (answer) {
      if (answer.ok) { return answer.json(); }
      if (answer.status !== 503 || tries < 1) { throw new Error("tile " + answer.status); }
      return new Promise(function (later) { setTimeout(later, 3000); })
        .then(function () { return ask(address, tries - 1); });
    });
  }
  function paint(canvas, features, style, corner, zoom) {
    var pen = canvas.getContext("2d");
    function line(ring) {
      ring.forEach(function (position, index) {
        var point = map.project([position[1], position[0]], zoom).subtract(corner);
        if (index) { pen.lineTo(point.x, point.y); } else { pen.moveTo(point.x, point.y); }
      });
    }
    features.forEach(function (feature) {
      var look = style(feature.properties.kind), shape = feature.geometry;
      var polygons = shape.type === "Polygon" ? [shape.coordinates]
        : shape.type === "MultiPolygon" ? shape.coordinates : [];
      polygons.forEach(function (rings) {
        pen.beginPath();
        rings.forEach(line);
        if (look.fill) {
          pen.globalAlpha = 0.8;
          pen.fillStyle = look.fill;
          pen.fill("evenodd");
        }
        pen.globalAlpha = 1;
        pen.lineWidth = 1;
        pen.strokeStyle = look.line;
        pen.stroke();
      });
    });
  }
  var Tiles = L.GridLayer.extend({
    createTile: function (at, done) {
      var canvas = document.createElement("canvas"), size = this.getTileSize();
      var look = this.options.look;
      canvas.width = size.x;
      canvas.height = size.y;
      ask("/tiles/" + this.options.name + "/" + at.z + "/" + at.x + "/" + at.y, 20)
        .then(function (tile) {
          paint(canvas, tile.features, look, L.point(at.x * size.x, at.y * size.y), at.z);
          done(null, canvas);
        }, function (error) { done(error, canvas); });
      return canvas;
    }
  });
  var key = document.querySelector(".map-key");
  data.layers.forEach(function (layer) {
    var looks = {};
    layer.kinds.forEach(function (kind) { looks[kind.kind] = kind; });
    var tiles = new Tiles({
      name: layer.name, noWrap: true, maxZoom: data.nearest,
      look: function (kind) { return looks[kind] || layer.kinds[0]; }
    }).addTo(map);
    var label = document.createElement("label"), box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.addEventListener("change", function () {
      if (box.checked) { tiles.addTo(map); } else { tiles.remove(); }
    });
    label.append(box, " " + layer.title + ": ");
    var item = document.createElement("li");
    item.append(label);
    layer.kinds.forEach(function (kind) {
      var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      var rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      svg.setAttribute("width", 24);
      svg.setAttribute("height", 14);
      svg.setAttribute("aria-hidden", "true");
      [["x", 1], ["y", 1], ["width", 22], ["height", 12], ["fill", kind.fill || "none"],
        ["stroke", kind.line]].forEach(function (pair) { rect.setAttribute(pair[0], pair[1]); });
      svg.append(rect);
      item.append(svg, " " + kind.title + " ");
    });
    key.append(item);
  });
  key.hidden = false;
  map.fitBounds([[data.box[1], data.box[0]], [data.box[3], data.box[2]]]);
})();
