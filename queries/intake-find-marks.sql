-- intake-find-marks: Which rows were marked when they were read?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added, one a row of the file

insert into finding
select 'error', case mark when 'total' then 'total-row' when 'quote' then 'stray-quote' else 'ragged-row' end,
  min(m.part), row, null, null,
  case mark
    when 'total' then case when bool_and(part.base <> part.part and coalesce(trim(agency), '') = '')
      then 'The row has no code of an authority: it is of a country or a group of them, and adds up rows that are given.'
      else 'The row is labelled as a total: it is not counted beside what it adds up.' end
    when 'quote' then 'A cell of the row holds whole rows between two quotation marks.'
    when 'short' then 'The row has fewer cells than there are columns.'
    else 'The row has more cells than there are columns.' end,
  case mark
    when 'total' then 'Leave totals out; they are compared with the rows above.'
    when 'quote' then 'Take out or double the quotation mark where the row begins.'
    else 'See whether a cell holds the mark between cells: put such a cell in quotation marks.' end,
  count(*)
from mapped as m
join part on part.part = m.part
where mark is not null
group by part.base, row, mark
