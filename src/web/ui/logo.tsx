/** Three overlapping circles in the three colours; what they share is ink. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M16 11.2c1.9 0 3.7.6 5.1 1.7a9 9 0 0 1-5.1 7 9 9 0 0 1-5.1-7c1.4-1.1 3.2-1.7 5.1-1.7z"
        fill="currentColor"
      />
      <g fill="none" stroke="currentColor" strokeWidth="2.4">
        <circle cx="11.2" cy="11.7" r="9" className="ov-gecontracteerd" />
        <circle cx="20.8" cy="11.7" r="9" className="ov-geleverd" />
        <circle cx="16" cy="20.2" r="9" className="ov-gewenst" />
      </g>
    </svg>
  )
}
