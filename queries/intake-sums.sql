-- intake-sums: How many rows and pence came in, were accepted and were rejected?
-- parameters: none
-- result: one row a table
--   part INTEGER  number of the table
--   rows_in BIGINT  rows of data
--   pence_in VARCHAR  pence of those whose amount can be read
--   rows_unread BIGINT  rows whose amount cannot be read
--   rows_total BIGINT  rows labelled as totals, among those rejected
--   pence_total VARCHAR  pence of those
--   rows_rejected BIGINT  rows rejected
--   pence_rejected VARCHAR  pence of those whose amount can be read

select j.part, count(*) as rows_in, coalesce(sum(pence), 0)::varchar as pence_in,
  count(*) filter (pence is null) as rows_unread,
  count(*) filter (mark = 'total') as rows_total,
  coalesce(sum(pence) filter (mark = 'total'), 0)::varchar as pence_total,
  count(rejected.row) as rows_rejected,
  coalesce(sum(pence) filter (rejected.row is not null), 0)::varchar as pence_rejected
from judged as j
left join rejected on rejected.part = j.part and rejected.row = j.row
group by j.part
order by j.part
