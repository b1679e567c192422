/** How the bars tell recorded from shared out. */
export function BarsKey() {
  return (
    <p class="key">
      <span>
        <span class="swatch recorded" aria-hidden="true" /> recorded for the place
      </span>
      <span>
        <span class="swatch shared" aria-hidden="true" /> shared out from a wider area
      </span>
    </p>
  )
}
