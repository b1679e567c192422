-- intake-find-marks: Which rows were marked when they were read?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added, one a row

insert into finding
select 'error', case mark when 'total' then 'total-row' when 'quote' then 'stray-quote' else 'ragged-row' end,
  part, row, null, null,
  case mark
    when 'total' then 'The row is labelled as a total: it is not counted beside what it adds up.'
    when 'quote' then 'A cell of the row holds whole rows between two quotation marks.'
    when 'short' then 'The row has fewer cells than there are columns.'
    else 'The row has more cells than there are columns.' end,
  case mark
    when 'total' then 'Leave totals out; they are compared with the rows above.'
    when 'quote' then 'Take out or double the quotation mark where the row begins.'
    else 'See whether a cell holds the mark between cells: put such a cell in quotation marks.' end,
  1
from mapped
where mark is not null
