/** Whether something holds of every pod of a namespace, of none, or of some as far as can be told. */
export type Coverage = 'covers' | 'unsure' | 'no';

/** What holds where all of these have to hold. */
export function weakest(coverages: readonly Coverage[]): Coverage {
  if (coverages.includes('no')) return 'no';
  return coverages.includes('unsure') ? 'unsure' : 'covers';
}

/** What holds where one of these is enough; nothing where there is none. */
export function strongest(coverages: readonly Coverage[]): Coverage {
  if (coverages.includes('covers')) return 'covers';
  return coverages.includes('unsure') ? 'unsure' : 'no';
}

/** What is left where this is taken out. */
export function outside(coverage: Coverage): Coverage {
  if (coverage === 'unsure') return 'unsure';
  return coverage === 'covers' ? 'no' : 'covers';
}
