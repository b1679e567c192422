import { intakeAddress } from '../state/server.ts'

/** What is taken away of a check: all that was found, the rejected rows as they came, the receipt. */
export function Takeaway({ intake, rejected }: { intake: string; rejected: number }) {
  return (
    <p class="files takeaway">
      Download{' '}
      <a href={intakeAddress(intake, '/findings.csv')} download>
        everything found (CSV)
      </a>
      {rejected > 0 && (
        <>
          ,{' '}
          <a href={intakeAddress(intake, '/rejected.csv')} download>
            the rejected rows as they came (CSV)
          </a>
        </>
      )}
      ,{' '}
      <a href={intakeAddress(intake, '/receipt.json')} download>
        the receipt: digests of files, mapping and accepted lines (JSON)
      </a>
    </p>
  )
}
