"use strict";
(function () {
  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    for (var fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    target.scrollIntoView({ block: "start" });
    var reached = target.matches("[tabindex]") ? target : target.querySelector("a");
    if (reached) { reached.focus({ preventScroll: true }); }
  }
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) { setTimeout(reveal); }
  });
  if (location.hash) { reveal(); }

  var svg = "http://www.w3.org/2000/svg";
  function shape(name, attributes) {
    var node = document.createElementNS(svg, name);
    Object.keys(attributes).forEach(function (key) {
      if (attributes[key] !== null) { node.setAttribute(key, attributes[key]); }
    });
    return node;
  }
  function fill(layer) {
    return layer.pattern ? "url(#" + layer.pattern + "-live)" : layer.tint || "none";
  }
  function points(ring, steps) {
    var x = 0, y = 0, places = [], numbers = ring ? ring.split(" ") : [];
    for (var i = 0; i + 1 < numbers.length; i += 2) {
      x += Number(numbers[i]);
      y += Number(numbers[i + 1]);
      places.push([y / steps, x / steps]);
    }
    return places;
  }
  function group(layer, data) {
    var members = layer.shapes.map(function (entry) {
      var rings = entry[2].map(function (polygon) {
        return polygon.map(function (ring) { return points(ring, data.steps); });
      });
      var member = L.polygon(rings, {
        color: layer.ink, weight: Math.max(1, layer.width), dashArray: layer.dash,
        fill: true, fillColor: layer.tint ? fill(layer) : "#ffffff",
        fillOpacity: layer.tint ? 0.85 : 0
      });
      var words = document.createElement("span");
      words.textContent = entry[0];
      member.bindTooltip(words, { sticky: true });
      if (entry[1]) { member.on("click", function () { location.hash = entry[1]; }); }
      return member;
    });
    layer.shapes.forEach(function (entry, index) {
      var box = entry[3] && members[index].getBounds();
      if (!box || !box.isValid()) { return; }
      var words = document.createElement("span");
      words.textContent = entry[3];
      var name = L.tooltip({ permanent: true, direction: "center", className: "place" });
      name.setLatLng(box.getCenter()).setContent(words);
      name.place = box;
      members.push(name);
    });
    return L.featureGroup(members);
  }
  function row(layer, onChange) {
    var label = document.createElement("label"), box = document.createElement("input");
    var sample = shape("svg", { width: 24, height: 14, "aria-hidden": "true" });
    sample.appendChild(shape("rect", {
      x: 1, y: 1, width: 22, height: 12, fill: fill(layer), stroke: layer.ink,
      "stroke-dasharray": layer.dash
    }));
    box.type = "checkbox";
    box.checked = true;
    box.addEventListener("change", function () { onChange(box.checked); });
    label.append(box, sample, document.createTextNode(layer.title));
    return label;
  }
  function legend(data, groups, map) {
    var set = document.createElement("fieldset"), heading = document.createElement("legend");
    set.className = "legend";
    heading.textContent = data.layersLabel;
    set.append(heading);
    data.layers.forEach(function (layer, index) {
      set.append(row(layer, function (isOn) {
        if (isOn) { groups[index].addTo(map); } else { groups[index].remove(); }
        groups.forEach(function (group) { if (map.hasLayer(group)) { group.bringToFront(); } });
        fitNames(groups, map);
      }));
    });
    return set;
  }
  function fitNames(groups, map) {
    groups.forEach(function (group) {
      group.eachLayer(function (name) {
        if (!name.place || !name.getElement()) { return; }
        var box = name.place, element = name.getElement();
        var room = map.latLngToLayerPoint(box.getSouthEast()).x
          - map.latLngToLayerPoint(box.getNorthWest()).x;
        element.classList.toggle("crowded", element.offsetWidth > room);
      });
    });
  }
  function copyPatterns(figure, live) {
    var canvas = live.querySelector(".leaflet-overlay-pane svg");
    var defs = shape("defs", {});
    figure.querySelectorAll(".still pattern").forEach(function (pattern) {
      if (/-sheet$/.test(pattern.id)) { return; }
      var copy = pattern.cloneNode(true);
      copy.id += "-live";
      defs.append(copy);
    });
    if (canvas) {
      canvas.prepend(defs);
      canvas.setAttribute("aria-hidden", "true");
    }
  }
  function start(block) {
    var figure = block.closest("figure"), live = figure.querySelector(".live");
    var data = JSON.parse(block.textContent);
    live.hidden = false;
    live.setAttribute("role", "region");
    live.setAttribute("aria-label", data.label);
    var map = L.map(live, {
      attributionControl: false, zoomControl: false, zoomSnap: 0.25, scrollWheelZoom: false
    });
    L.control.zoom({ zoomInTitle: data.zoomIn, zoomOutTitle: data.zoomOut }).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    var groups = data.layers.map(function (layer) { return group(layer, data); });
    var bounds = L.latLngBounds([]);
    groups.forEach(function (group) { bounds.extend(group.getBounds()); });
    map.fitBounds(bounds.isValid() ? bounds : [[-60, -170], [75, 170]], { animate: false });
    groups.forEach(function (group) { group.addTo(map); });
    copyPatterns(figure, live);
    live.after(legend(data, groups, map));
    map.on("zoomend", function () { fitNames(groups, map); });
    fitNames(groups, map);
    map.on("focus", function () { map.scrollWheelZoom.enable(); });
    map.on("blur", function () { map.scrollWheelZoom.disable(); });
    figure.classList.add("moving");
  }
  if (window.L) {
    document.querySelectorAll("figure.map > script[type='application/json']").forEach(start);
  }
})();
