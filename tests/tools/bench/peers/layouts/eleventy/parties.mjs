// The parties of all briefings, by their id, each with the pages that tell of it.
export function gatherParties(briefings) {
  const parties = new Map();
  for (const page of briefings) {
    for (const { id, name, kind, about } of page.data.actors) {
      if (!parties.has(id)) parties.set(id, { id, name, kind, pages: [] });
      parties.get(id).pages.push({ about, url: page.url, title: page.data.title });
    }
  }
  return [...parties.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

export function nameOf(id, actors) {
  return actors.find((actor) => actor.id === id)?.name;
}
