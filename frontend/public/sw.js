/* Shows the page seen last when the server is away. Scripts and models need no help:
   they have names of their own for each version and stay in the browser for good. */

const PAGES = "rhomboid-pages-1";
const MOST = 20;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate" && event.request.method === "GET")
    event.respondWith(showPage(event.request));
});

async function showPage(request) {
  const pages = await caches.open(PAGES);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected && isShell(request.url)) await keep(pages, request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await pages.match(request);
    if (kept) return kept;
    throw error;
  }
}

/* Only pages that say nothing about the person. */
function isShell(url) {
  return new URL(url).pathname.startsWith("/exercises/");
}

async function keep(pages, request, answer) {
  await pages.put(request, answer);
  const all = await pages.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map((old) => pages.delete(old)));
}
