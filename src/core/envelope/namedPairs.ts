import { closerLabel, markersAtOnce, openerLabels, type Marker } from "./markers";

/**
 * For each opener (by its index in `markers`) the closer that repeats its label before another opener does. One pass
 * from the end: at each opener the map holds the nearest later marker of every label. To be driven in slices.
 */
export function* namedPairs(markers: readonly Marker[]): Generator<undefined, ReadonlyMap<number, number>> {
  const pairs = new Map<number, number>();
  const nearest = new Map<string, number>();
  for (let index = markers.length - 1; index >= 0; index--) {
    if (index % markersAtOnce === 0) yield;
    const marker = markers[index];
    if (marker === undefined) continue;
    if (marker.kind === "close") {
      const label = closerLabel(marker);
      if (label !== null) nearest.set(label, index);
      continue;
    }
    const labels = openerLabels(marker);
    const closer = labels.map((label) => nearest.get(label)).find((at) => at !== undefined && markers[at]?.kind === "close");
    if (closer !== undefined) pairs.set(index, closer);
    for (const label of labels) nearest.set(label, index);
  }
  return pairs;
}
