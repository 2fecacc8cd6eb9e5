/** The mark of the demo company: an A cut out of a tile. */
export const AcmeMark = () => (
  <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
    <rect width="28" height="28" rx="6" fill="#2f6fed" />
    <path
      d="M7 21 14 7l7 14M10.5 16h7"
      fill="none"
      stroke="#ffffff"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
