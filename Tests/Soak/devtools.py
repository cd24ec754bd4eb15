"""A browser led through its DevTools pipe, with nothing but Python's own library."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time


def find_browser():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    return None


class Browser:
    """One browser without a window; messages end in a zero byte on descriptors 3 and 4."""

    def __init__(self, program):
        self.profile = tempfile.mkdtemp(prefix="landbook-browser-")
        to_browser, self.send_end = os.pipe()
        self.receive_end, from_browser = os.pipe()
        # Above the descriptors that the browser expects, so that moving one never closes the other.
        high = [os.dup2(fd, 100 + i) for i, fd in enumerate((to_browser, from_browser))]

        def place():
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        options = [
            "--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--hide-scrollbars",
            "--no-first-run", "--disable-background-networking", "--disable-extensions",
            f"--user-data-dir={self.profile}",
        ]
        if os.geteuid() == 0:
            options.append("--no-sandbox")
        self.process = subprocess.Popen(
            [program] + options, preexec_fn=place, close_fds=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for descriptor in (to_browser, from_browser, *high):
            os.close(descriptor)
        self.buffer = b""
        self.number = 0
        self.events = []

    def call(self, method, params=None, session=None, patience=60):
        self.number += 1
        number = self.number
        message = {"id": number, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        os.write(self.send_end, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + patience
        while True:
            message = self.receive(deadline)
            if message is None:
                raise TimeoutError(f"{method} was not answered in {patience} s")
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            if "method" in message:
                self.events.append(message)

    def listen(self, seconds):
        deadline = time.monotonic() + seconds
        while (message := self.receive(deadline)) is not None:
            if "method" in message:
                self.events.append(message)

    def receive(self, deadline):
        while b"\0" not in self.buffer:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.receive_end], [], [], left)[0]:
                return None
            more = os.read(self.receive_end, 1 << 20)
            if not more:
                raise RuntimeError("the browser went away")
            self.buffer += more
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def close(self):
        try:
            self.call("Browser.close", patience=10)
            self.process.wait(10)
        except Exception:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


class Page:
    """One page in the browser, watched from before it is loaded."""

    def __init__(self, browser, width=1200, height=900, scripts=True):
        self.browser = browser
        target = browser.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        self.session = browser.call(
            "Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        self.target = target
        for domain in ("Page", "Runtime", "Log", "Network", "DOM", "Accessibility"):
            self.call(f"{domain}.enable")
        if not scripts:
            self.call("Emulation.setScriptExecutionDisabled", {"value": True})
        self.size(width, height)

    def call(self, method, params=None):
        return self.browser.call(method, params, self.session)

    def size(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})

    def open(self, address):
        self.browser.events.clear()
        self.call("Page.navigate", {"url": address})
        self.wait_for_load()

    def mine(self):
        return [e for e in self.browser.events if e.get("sessionId") == self.session]

    def value(self, expression):
        answer = self.call("Runtime.evaluate", {"expression": expression, "returnByValue": True})
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']['text']}")
        return answer["result"].get("value")

    def wait_for_load(self):
        for _ in range(100):
            self.browser.listen(0.1)
            if any(e["method"] == "Page.loadEventFired" for e in self.mine()):
                break
        self.browser.listen(0.4)

    def click(self, selector):
        """With the mouse, in the middle of what a person sees."""
        middle = self.value(f"""(element => {{
            element.scrollIntoView({{block: "center"}});
            const box = element.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }})(document.querySelector({selector!r}))""")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", {
                "type": kind, "x": middle[0], "y": middle[1], "button": "left", "clickCount": 1})

    def choose(self, selector, words):
        """With the keyboard: a list that has the focus goes to what begins with the words typed."""
        self.value(f"document.querySelector({selector!r}).focus()")
        for letter in words:
            self.call("Input.dispatchKeyEvent", {"type": "keyDown", "key": letter, "text": letter})
            self.call("Input.dispatchKeyEvent", {"type": "keyUp", "key": letter})
        # What is typed later begins a word of its own.
        time.sleep(1.2)

    def press(self, key, shift=False):
        codes = {"Tab": 9, "Enter": 13, "ArrowRight": 39, "Escape": 27, " ": 32}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", {
                "type": kind, "key": key, "code": key, "modifiers": 8 if shift else 0,
                "windowsVirtualKeyCode": codes[key],
                **({"text": "\r"} if key == "Enter" and kind == "keyDown" else {})})

    def picture(self, whole=True):
        import base64
        asked = {"format": "png", "captureBeyondViewport": whole}
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        # No browser takes a picture of a page of any length.
        if whole and size["height"] > 12_000:
            asked["clip"] = {"x": 0, "y": 0, "width": size["width"], "height": 12_000, "scale": 1}
        answer = self.call("Page.captureScreenshot", asked)
        return base64.b64decode(answer["data"])

    def close(self):
        self.browser.call("Target.closeTarget", {"targetId": self.target})
