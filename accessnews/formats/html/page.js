// The text lights up as it is spoken. Without this script the page is a transcript with a native audio control.
(() => {
  "use strict";

  const get = (id) => document.getElementById(id);
  const [audio, controls, play, slider] = ["audio", "controls", "play", "position"].map(get);
  const [more, panel] = [get("more"), get("panel")];
  const bar = document.querySelector(".bar");

  // ---- The timeline: what sounds when. Times are frames; timeline() in page.py has the form.

  const { story, rate, end, roles, cues, words: say, artist } = JSON.parse(get("timeline").textContent);
  const ids = cues.map((cue) => cue[0]);
  const numbers = new Map(ids.map((id, n) => [id, n]));
  const element = (n) => get(ids[n]);
  const block = (n) => ids[n].split("s")[0];
  const role = (n) => roles[cues[n][1]];
  const start = (n) => (n < cues.length ? cues[n][2] : end);

  const cueAt = (frame) => {
    let low = 0, high = cues.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (start(middle) <= frame) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  // ---- Memory: settings for all stories, the place in this one. A browser may refuse; then nothing is kept.

  const attempt = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  const recall = (key) => attempt(() => JSON.parse(localStorage.getItem(`accessnews:${key}`)));
  const keep = (key, value) => attempt(() => localStorage.setItem(`accessnews:${key}`, JSON.stringify(value)));

  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const skippable = { photo: "skip-photos", description: "skip-descriptions", credit: "skip-credits" };
  const settings = { speed: 1, "scroll-along": !still.matches };
  for (const key of Object.values(skippable)) settings[key] = false;
  for (const [key, value] of Object.entries(recall("settings") ?? {})) {
    if (typeof value === typeof settings[key]) settings[key] = value;
  }
  const set = (key, value) => {
    settings[key] = value;
    keep("settings", settings);
  };
  const inRange = (speed) => Math.min(3, Math.max(0.5, speed));

  const skipped = (n) => Boolean(settings[skippable[role(n)]]);
  const firstOfBlock = (n) => n === 0 || block(n - 1) !== block(n) || (skipped(n - 1) && firstOfBlock(n - 1));
  const opens = {
    sentence: (n) => !skipped(n),
    paragraph: (n) => !skipped(n) && firstOfBlock(n),
    photo: (n) => opens.paragraph(n) && ["photo", "caption", "credit", "description"].includes(role(n)),
  };

  // ---- Light: the sentence by a class, the word by a highlight, which leaves the text whole for screen readers.

  let current = 0; // number of the cue the sound is in
  let lit = false; // whether its element shows it
  let spoken = []; // its words: [first code point, code point after, frame from its start]
  let points = []; // of its text, for every code point: [text node, offset, offset after] in UTF-16 units
  let word = -1; // number of the word that shows
  const highlight = globalThis.CSS?.highlights && new Highlight();
  if (highlight) CSS.highlights.set("word", highlight);

  const pointsOf = (node) => {
    let offset = 0;
    if (["RT", "RP"].includes(node.nodeName)) return []; // how the text below is read
    return node.nodeType === Node.TEXT_NODE
      ? Array.from(node.data, (character) => [node, offset, (offset += character.length)])
      : Array.from(node.childNodes).flatMap(pointsOf);
  };
  const dim = () => {
    element(current)?.classList.remove("now");
    highlight?.clear();
    [lit, word, spoken] = [false, -1, []];
  };
  const reveal = (n) => element(n)?.closest("details")?.setAttribute("open", "");
  const light = (n) => {
    dim();
    [current, lit] = [n, true];
    reveal(n);
    element(n)?.classList.add("now");
    if (!highlight || !element(n)) return;
    spoken = cues[n][4];
    points = pointsOf(element(n));
  };
  const lightWord = (at) => {
    const since = at - start(current);
    let n = word >= 0 && spoken[word][2] <= since ? word : -1;
    while (n + 1 < spoken.length && spoken[n + 1][2] <= since) n += 1;
    if (at >= cues[current][3]) n = -1; // the voice is silent, the next sentence not there yet
    if (n === word) return;
    word = n;
    highlight.clear();
    const [from, to] = n < 0 ? [] : [points[spoken[n][0]], points[spoken[n][1] - 1]];
    if (!from || !to) return;
    const range = new Range();
    range.setStart(from[0], from[1]);
    range.setEnd(to[0], to[2]);
    highlight.add(range);
  };

  // ---- Sound, and the page following it

  let pending = null; // seconds to start from, until the audio is loaded
  let chosen = -1; // a cue someone asked for is told, even if its role is skipped
  let untouched = 0; // time until which the reader's own scrolling is left alone
  let failed = false;
  let drawing = 0;

  const seconds = () => pending ?? audio.currentTime;
  const seek = (to) => {
    if (audio.readyState > 0) audio.currentTime = to;
    else pending = to;
  };
  const begin = () => {
    if (audio.error) {
      seek(seconds());
      audio.load();
    }
    failed = false;
    audio.play().catch((reason) => reason.name === "NotAllowedError" && play.focus());
  };
  const scrollAlong = (n) => {
    if (!settings["scroll-along"] || !element(n) || performance.now() < untouched) return;
    const box = element(n).getBoundingClientRect();
    if (box.top >= Math.max(8, bar.getBoundingClientRect().bottom) && box.bottom < innerHeight * 0.8) return;
    element(n).scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
  };
  const enter = (n) => {
    light(n);
    keep(`place:${story}`, ids[n]);
    moveStop(n);
    if (!audio.paused) scrollAlong(n);
  };
  /** Where the first cue from `n` on starts that is not skipped, in seconds. */
  const nextTold = (n) => {
    while (n < cues.length && skipped(n)) n += 1;
    return n < cues.length ? start(n) / rate : audio.duration || end / rate;
  };
  const follow = () => {
    const at = Math.round((seconds() + 0.0005) * rate); // half a millisecond: players round down
    const n = cueAt(at);
    if (n !== chosen) chosen = -1;
    if (!audio.paused && n !== chosen && skipped(n)) {
      if (seconds() < nextTold(n)) seek(nextTold(n)); // once: at the very end a second time would start it over
      return;
    }
    if (n !== current || !lit) enter(n);
    if (spoken.length) lightWord(at);
    showTime();
  };
  const followFrames = () => {
    cancelAnimationFrame(drawing);
    if (audio.paused) return;
    follow();
    drawing = requestAnimationFrame(followFrames);
  };
  const go = (n, sound = true) => {
    chosen = n;
    seek(start(n) / rate);
    enter(n);
    showTime();
    if (sound) begin();
  };
  const jump = (what, by) => {
    let n = by < 0 && !opens[what](current) ? current : current + by; // back to the start of this one first
    while (n >= 0 && n < cues.length && !opens[what](n)) n += by;
    if (what === "photo" && (n < 0 || n >= cues.length)) tell(say["no-photo"]);
    else if (n < cues.length) go(Math.max(0, n));
  };

  // ---- What is shown and said about it

  let shown = -1; // seconds on the clock
  let fading = 0;
  const clock = (all) => {
    const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, Math.floor(all % 60)];
    const two = (n) => String(n).padStart(2, "0");
    return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  };
  const showTime = () => {
    if (Math.floor(seconds()) === shown) return;
    shown = Math.floor(seconds());
    get("elapsed").textContent = clock(shown);
    slider.style.setProperty("--done", Math.min(1, (shown * rate) / end));
    if (document.activeElement !== slider) setSlider(); // a slider with focus would be read out every second
  };
  const setSlider = () => {
    slider.value = shown;
    slider.setAttribute("aria-valuetext", `${clock(shown)} / ${clock(Math.ceil(end / rate))}`);
  };
  const tell = (text, forGood = false) => {
    get("status").textContent = text;
    clearTimeout(fading);
    if (text && !forGood) fading = setTimeout(tell, 6000, "");
  };
  const showState = () => {
    play.classList.toggle("playing", !audio.paused);
    play.title = audio.paused ? say.play : say.pause;
    play.setAttribute("aria-label", play.title);
  };
  const showMore = (open) => {
    panel.hidden = !open;
    more.setAttribute("aria-expanded", open);
  };
  const showSpeed = () => {
    audio.defaultPlaybackRate = audio.playbackRate = settings.speed;
    const lang = controls.closest("[lang]")?.lang || undefined; // a page that is put into another may have none
    get("rate").textContent = `${attempt(() => settings.speed.toLocaleString(lang)) ?? settings.speed}×`;
  };

  // ---- Hands: one tab stop for all sentences, which goes with the sound unless a sentence has focus

  let stop = 0;
  const moveStop = (n, focus = false) => {
    const [old, next] = [element(stop), element(n)];
    if (!next || (!focus && old === document.activeElement)) return;
    if (focus) reveal(n);
    stop = n;
    next.tabIndex = 0;
    if (focus) next.focus();
    if (old !== next) old?.removeAttribute("tabindex");
  };
  const plainly = (event) => !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);

  // On the document, not on the story: a screen reader would call everything in it clickable.
  document.addEventListener("click", (event) => {
    if (!controls.contains(event.target)) showMore(false);
    if (!plainly(event) || event.button || event.detail > 1 || !getSelection().isCollapsed) return;
    if (event.target.closest("a, button, input, label, summary")) return;
    let node = event.target;
    while (node && !numbers.has(node.id)) node = node.parentElement;
    if (node) go(numbers.get(node.id));
  });
  document.addEventListener("keydown", (event) => {
    const n = numbers.get(event.target.id);
    if (n === undefined || !plainly(event)) return;
    const leftwards = getComputedStyle(event.target).direction === "rtl" ? 1 : -1;
    const by = { ArrowDown: 1, ArrowUp: -1, ArrowLeft: leftwards, ArrowRight: -leftwards }[event.key];
    if (event.key === "Enter" && event.target.matches("summary")) return; // opens and closes
    if (event.key === "Enter") go(n);
    else if (by) moveStop(Math.min(cues.length - 1, Math.max(0, n + by)), true);
    else return;
    event.preventDefault();
  });
  for (const kind of ["wheel", "touchmove"]) {
    document.addEventListener(kind, () => (untouched = performance.now() + 4000), { passive: true });
  }
  play.addEventListener("click", () => (audio.paused ? begin() : audio.pause()));
  for (const button of controls.querySelectorAll("[data-jump]")) {
    const [what, by] = button.dataset.jump.split(" ");
    button.addEventListener("click", () => jump(what, Number(by)));
  }
  for (const [id, by] of [["slower", -0.25], ["faster", 0.25]]) {
    get(id).addEventListener("click", () => {
      set("speed", inRange(settings.speed + by));
      showSpeed();
      tell(say.speed.replace("{speed}", get("rate").textContent));
    });
  }
  for (const box of controls.querySelectorAll("[type=checkbox]")) {
    box.checked = settings[box.id];
    box.addEventListener("change", () => set(box.id, box.checked));
  }
  slider.addEventListener("keydown", setSlider); // before the key moves it: from where the sound is now
  slider.addEventListener("input", () => {
    seek(Number(slider.value));
    follow();
    setSlider();
  });
  more.addEventListener("click", () => showMore(panel.hidden));
  controls.addEventListener("focusout", ({ relatedTarget: to }) => to && !controls.contains(to) && showMore(false));
  controls.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    showMore(false);
    more.focus();
  });

  // ---- The audio's own news, and the keys of phones and keyboards

  const on = (kind, hear) => audio.addEventListener(kind, hear);
  on("loadedmetadata", () => {
    if (pending !== null) audio.currentTime = pending;
    pending = null;
  });
  on("play", () => {
    showState();
    scrollAlong(current);
    followFrames();
  });
  on("timeupdate", () => audio.paused || follow()); // a hidden tab draws no frames
  on("pause", () => {
    showState();
    if (!audio.ended && !failed && document.activeElement !== play) tell(say.paused);
  });
  on("ended", () => {
    dim();
    keep(`place:${story}`, null);
    tell(say.ended);
  });
  on("error", () => {
    failed = true;
    audio.pause();
    tell(say.error, true);
  });
  const session = globalThis.MediaMetadata && navigator.mediaSession;
  const actions = {
    play: begin,
    pause: () => audio.pause(),
    previoustrack: () => jump("paragraph", -1),
    nexttrack: () => jump("paragraph", 1),
    seekbackward: () => jump("sentence", -1),
    seekforward: () => jump("sentence", 1),
    seekto: ({ seekTime }) => seek(seekTime),
  };
  if (session) {
    session.metadata = new MediaMetadata({ title: document.title, artist });
    for (const action in actions) attempt(() => session.setActionHandler(action, actions[action]));
  }

  // ---- Start: the place in the address, else the one remembered

  const named = () => location.hash.slice(1);
  const arrive = (n) => {
    const touched = Boolean(navigator.userActivation?.isActive); // without a touch browsers refuse to play
    go(n, touched);
    const box = play.getBoundingClientRect();
    if (touched) return;
    if (box.bottom > 0 && box.top < innerHeight) play.focus({ preventScroll: true });
    else moveStop(n, true);
  };
  addEventListener("hashchange", () => numbers.has(named()) && arrive(numbers.get(named())));

  // How much of the bar sticks (its label scrolls away), so that nothing with focus ends up under it.
  const measure = () => {
    const away = controls.getBoundingClientRect().top - bar.getBoundingClientRect().top;
    bar.style.setProperty("--away", `${away}px`);
    document.documentElement.style.setProperty("--bar", `${bar.offsetHeight - away}px`);
  };

  audio.controls = false;
  get("audio-label").removeAttribute("aria-hidden"); // so far the audio control said it
  controls.hidden = false;
  document.documentElement.classList.add("scripted");
  if (globalThis.ResizeObserver) new ResizeObserver(measure).observe(bar);
  settings.speed = inRange(settings.speed);
  showSpeed();
  showTime();
  const first = ids.findIndex((id, n) => id === named() || block(n) === named());
  const kept = numbers.get(recall(`place:${story}`)) ?? 0;
  if (first >= 0) addEventListener("load", () => arrive(first)); // after the browser went there and focused it
  else if (kept > 0) go(kept, false);
  else moveStop(0);
})();
