/** The shapes of every page, drawn once; `Vorm` refers to them. Also the two hatchings charts fill with. */
export function Vormen() {
  return (
    <svg className="ov-vormen" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="arc" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" className="ov-arc" />
        </pattern>
        <pattern id="arc-l" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" className="ov-arc-l" />
        </pattern>
      </defs>
      <symbol id="v-mis" viewBox="0 0 12 12" fill="none" stroke="currentColor" strokeWidth="2.2">
        <path d="M2 2l8 8M10 2l-8 8" />
      </symbol>
      <symbol id="v-goed" viewBox="0 0 12 12" fill="none" stroke="currentColor" strokeWidth="2.2">
        <path d="M1.5 6.5l3 3 6-7" />
      </symbol>
      <symbol id="v-beter" viewBox="0 0 16 12" fill="none" stroke="currentColor" strokeWidth="2.2">
        <path d="M.8 6.5l3 3 6-7M7.3 9l.5.5 6-7" />
      </symbol>
      <symbol id="v-niet" viewBox="0 0 12 12" fill="none" stroke="currentColor">
        <path d="M1 1h10v10H1zM1 5l4-4M1 9l8-8M3 11l8-8M7 11l4-4" />
      </symbol>
      <symbol id="v-leeg" viewBox="0 0 12 12" fill="none" stroke="currentColor">
        <path d="M1 1h10v10H1z" strokeDasharray="2.5 1.5" />
        <path d="M2.5 9.5l7-7M2.5 5.5l3-3M6.5 9.5l3-3" />
      </symbol>
      <symbol id="v-loopt" viewBox="0 0 12 12" fill="none" stroke="currentColor">
        <circle cx="6" cy="6" r="4.8" strokeWidth="1.6" strokeDasharray="2.2 1.6" />
        <path d="M6 3.5V6l1.5 1.2" strokeWidth="1.2" />
      </symbol>
      <symbol id="v-gecontracteerd" viewBox="0 0 12 12" fill="currentColor">
        <rect x="1" y="1" width="10" height="10" />
      </symbol>
      <symbol id="v-geleverd" viewBox="0 0 12 12" fill="currentColor">
        <circle cx="6" cy="6" r="5.4" />
      </symbol>
      <symbol id="v-gewenst" viewBox="0 0 12 12" fill="currentColor">
        <path d="M6 .5 11.8 11H.2z" />
      </symbol>
      <symbol id="v-gebeurtenis" viewBox="0 0 12 12">
        <circle cx="6" cy="6" r="4.6" className="ov-ring" />
      </symbol>
    </svg>
  )
}

type VormNaam = 'mis' | 'goed' | 'beter' | 'niet' | 'leeg' | 'loopt'
type TekenNaam = 'gecontracteerd' | 'geleverd' | 'gewenst' | 'gebeurtenis'

/** Shape of a judgement; always beside a word, or with one for screen readers. */
export function Vorm({ naam }: { naam: VormNaam }) {
  return (
    <svg className={naam === 'beter' ? 'ov-vorm2' : 'ov-vorm'} aria-hidden="true">
      <use href={`#v-${naam}`} />
    </svg>
  )
}

/** ■ ● ▲ of the three meanings, or the ring of an event that is none of them. */
export function Teken({ naam }: { naam: TekenNaam }) {
  return (
    <svg className={naam === 'gebeurtenis' ? 'ov-teken' : `ov-teken ov-${naam}`} aria-hidden="true">
      <use href={`#v-${naam}`} />
    </svg>
  )
}
