"""Loads report pages in a real browser and checks what no reader of their text can see.

No page may complain, ask for anything, open a dialog or run what a record says; figures open by
keyboard and without scripts; maps move where Leaflet is installed; nothing runs out of a phone's
side; texts have contrast. By itself: check_browser.py FOLDER looks at the pages of a folder.
"""

import pathlib
import subprocess
import sys

import hostilebook
from devtools import Browser, Page, find_browser

TITLE = "Report pages in a browser"
NEEDS = ["chromium"]

DOCUMENTS = ["summary", "bulletin", "monthly", "land-release"]
# Of a book full of attacks every statement is opened.
STATEMENTS = [
    "balance", "progress", "transitions", "bridge", "devices", "summary", "bulletin", "monthly", "land-release",
    "donor", "reconciliation", "article7", "mine-action-review", "victims", "data-quality", "completion",
    "monitor", "ccm-form-f"]

failures = []


def check(page_name, what, is_right, detail=""):
    if not is_right:
        failures.append(f"{page_name}: {what}{f' ({detail})' if detail else ''}")


def loads_quietly(name, page, address):
    page.open(address)
    complaints, requests, dialogs = [], [], []
    for event in page.mine():
        method, params = event["method"], event["params"]
        if method == "Log.entryAdded":
            complaints.append(params["entry"]["text"])
        elif method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            complaints.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Runtime.consoleAPICalled":
            complaints.append(str(params["args"][:2]))
        elif method == "Network.requestWillBeSent":
            requests.append(params["request"]["url"])
        elif method == "Page.javascriptDialogOpening":
            dialogs.append(params["message"])
            page.call("Page.handleJavaScriptDialog", {"accept": False})
    check(name, "the console is silent", not complaints, complaints[:3])
    others = [url for url in requests if url != address and not url.startswith("data:")]
    check(name, "nothing is asked for", not others, others[:3])
    check(name, "no dialog opens", not dialogs, dialogs[:3])


def stays_text(name, page):
    strange = page.value("""
      [...document.querySelectorAll('*')].filter(e =>
        ['IMG', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'LINK', 'BASE'].includes(e.tagName)
        || [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'src')
        || e.tagName === 'A' && !e.getAttribute('href').startsWith('#')
        || e.tagName === 'SCRIPT' && e.closest('table, header, svg')
      ).map(e => e.outerHTML.slice(0, 80))""")
    check(name, "nothing but the program's own elements", not strange, strange[:3])


def is_well_made(name, page):
    check(name, "one first heading", page.value("document.querySelectorAll('h1').length") == 1)
    doubled = page.value("""
      (ids => ids.filter((id, i) => ids.indexOf(id) !== i))(
        [...document.querySelectorAll('[id]')].map(e => e.id))""")
    check(name, "no name twice", not doubled, doubled[:3])
    bare = page.value("""
      [...document.querySelectorAll('table')].filter(t => !t.caption
        || [...t.querySelectorAll('th')].some(h => !h.scope)).length""")
    check(name, "tables have captions and scopes", bare == 0, bare)
    unnamed = [
        node for node in page.call("Accessibility.getFullAXTree")["nodes"]
        if node.get("role", {}).get("value") in ("image", "img", "region", "table", "checkbox", "link")
        and not node.get("ignored") and not node.get("name", {}).get("value")]
    check(name, "pictures, regions, tables and links have names", not unnamed,
          [n["role"]["value"] for n in unnamed[:3]])


def has_contrast(name, page):
    low = page.value("""
      (() => {
        const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
        const light = c => { const f = v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
          return .2126 * f(c[0]) + .7152 * f(c[1]) + .0722 * f(c[2]); };
        const ground = e => { for (; e; e = e.parentElement) {
          const c = parse(getComputedStyle(e).backgroundColor);
          if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
        const seen = new Map();
        for (const e of document.querySelectorAll('body *')) {
          if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
          const svg = e.namespaceURI.endsWith('svg');
          if (svg && e.tagName !== 'text') continue;
          const style = getComputedStyle(e);
          if (svg && style.stroke !== 'none') continue;
          const a = light(parse(svg ? style.fill : style.color)), b = light(ground(e));
          const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
          if (ratio < 4.5) seen.set(e.tagName + '.' + (e.getAttribute('class') || ''), ratio.toFixed(2));
        }
        return [...seen];
      })()""")
    check(name, "contrast of all texts is 4.5 or more", not low, low[:4])


def opens_by_keyboard(name, page):
    if not page.value("document.querySelectorAll('td a, tbody th a').length"):
        return
    page.value("document.activeElement.blur(); scrollTo(0, 0)")
    page.press("Tab")
    check(name, "the first stop skips to the content",
          page.value("document.activeElement.className") == "skip")
    for stop in range(2000):
        if page.value("!!document.activeElement.closest('tbody')"):
            break
        page.press("Tab")
    check(name, "the keyboard reaches a figure", page.value("!!document.activeElement.closest('tbody')"))
    target = page.value("document.activeElement.getAttribute('href')")
    page.press("Enter")
    page.browser.listen(0.3)
    opened = page.value(
        f"(e => e && e.closest('details') && e.closest('details').open)(document.querySelector('{target}'))")
    check(name, "a figure opens what is behind it", opened is True, target)
    check(name, "and the keyboard is there",
          page.value(f"document.activeElement === document.querySelector('{target}')"), target)
    back = page.value(f"document.querySelector('{target}').closest('details').querySelector('.back a')"
                      "?.getAttribute('href')")
    check(name, "there is a way back", bool(back) and page.value(f"!!document.querySelector('{back}')"))


def maps_move(name, page):
    wanted = page.value("document.querySelectorAll('figure.map > script').length")
    moving = page.value("document.querySelectorAll('figure.map.moving .leaflet-container').length")
    check(name, "every map with data moves", wanted == moving, f"{moving} of {wanted}")
    if not moving:
        return
    shapes = page.value("document.querySelectorAll('.leaflet-overlay-pane path.leaflet-interactive').length")
    data = page.value("""[...document.querySelectorAll('figure.map > script')]
      .flatMap(s => JSON.parse(s.textContent).layers).reduce((n, l) => n + l.shapes.length, 0)""")
    check(name, "every shape is on the map", shapes == data, f"{shapes} of {data}")
    page.value("document.querySelector('.leaflet-container').focus()")
    before = page.value("document.querySelector('.leaflet-map-pane').style.transform")
    page.press("ArrowRight")
    page.browser.listen(0.6)
    check(name, "the map moves by keyboard",
          before != page.value("document.querySelector('.leaflet-map-pane').style.transform"))
    page.value("document.querySelector('.legend input').click()")
    check(name, "a layer can be left out", shapes > page.value(
        "document.querySelectorAll('.leaflet-overlay-pane path.leaflet-interactive').length")
        or page.value("JSON.parse(document.querySelector('figure.map > script').textContent)"
                      ".layers[0].shapes.length") == 0)
    page.value("document.querySelector('.legend input').click()")


def fits_a_phone(name, page):
    page.size(375, 800)
    page.browser.listen(0.3)
    width = page.value("document.documentElement.scrollWidth")
    check(name, "nothing runs out of a phone's side", width <= 375, f"{width} px")


def works_without_scripts(name, browser, address):
    page = Page(browser, scripts=False)
    page.open(address)
    try:
        document = page.call("DOM.getDocument")["root"]["nodeId"]
        links = page.call("DOM.querySelectorAll", {
            "nodeId": document, "selector": "td a"})["nodeIds"]
        if links:
            pairs = page.call("DOM.getAttributes", {"nodeId": links[0]})["attributes"]
            target = pairs[pairs.index("href") + 1]
            page.open(address + target)
            document = page.call("DOM.getDocument")["root"]["nodeId"]
            is_open = page.call("DOM.querySelectorAll", {
                "nodeId": document, "selector": "details[open]"})["nodeIds"]
            check(name, "a figure opens without scripts", bool(is_open), target)
    finally:
        page.close()


def examine(browser, path, pictures):
    name, address = path.stem, path.resolve().as_uri()
    page = Page(browser)
    try:
        loads_quietly(name, page, address)
        stays_text(name, page)
        is_well_made(name, page)
        has_contrast(name, page)
        (pictures / f"{name}-desktop.png").write_bytes(page.picture())
        opens_by_keyboard(name, page)
        maps_move(name, page)
        fits_a_phone(name, page)
        (pictures / f"{name}-phone.png").write_bytes(page.picture())
    finally:
        page.close()
    works_without_scripts(name, browser, address)


def run(landbook, work):
    pages = work / "pages"
    pages.mkdir()

    def page(document, name, *words):
        call = [landbook, "report", document, "-o", str(pages / f"{name}.html"), *words]
        done = subprocess.run([*call, "--period", "2023"], capture_output=True, text=True)
        # Some statements are of no period.
        if done.returncode == 64:
            done = subprocess.run(call, capture_output=True, text=True)
        assert done.returncode in (0, 2), f"{name}: {done.stderr.strip()[:200]}"

    for document in DOCUMENTS:
        page(document, document)
    page("summary", "summary-ar", "--lang", "ar")
    hostile, _ = hostilebook.make(landbook, work / "hostile")
    # Of the task whose own name attacks.
    task = ["--task", f"T0{hostilebook.PAYLOADS[0]}"]
    for document in STATEMENTS:
        of = task if document == "completion" else []
        page(document, f"{document}-hostile", "--book", str(hostile), *of)
    heaviest = max(path.stat().st_size for path in pages.glob("*.html"))
    assert heaviest < 3 << 20, f"a page has {heaviest} bytes"
    count = examine_all(sorted(pages.glob("*.html")), work)
    assert not failures, "; ".join(failures)
    return f"{count} pages are quiet, closed, readable and led by keyboard"


def examine_all(paths, pictures):
    browser = Browser(find_browser())
    try:
        for path in paths:
            examine(browser, path, pictures)
    finally:
        browser.close()
    return len(paths)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    count = examine_all(sorted(folder.glob("*.html")), folder)
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{count} pages, {len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
