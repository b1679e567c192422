-- intake-find-shares: Which shares are none, and which do not add up to one?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added: an error a row for a share below 0 or above 1, a warning a group that does
--     not add up, by table, agency, programme and year

insert into finding
with parsed as (
  select part, row, share, agency, programme, year,
    try_cast(replace(share, '%', '') as double) / case when share like '%\%%' escape '\' then 100 else 1 end as value
  from mapped where mark is null and share is not null
)
select 'error', 'share-range', parsed.part, row, header, share, 'The share is no number from 0 to 1, or 0% to 100%.',
  'See whether it is a share.', 1
from parsed left join heading on heading.part = parsed.part and heading.meaning = 'share'
where value is null or value < 0 or value > 1
union all
select 'warning', 'share-sum', parsed.part, min(row), any_value(header), null,
  'The shares of ' || count(*) || ' rows add up to ' || round(sum(value), 4) || ' and not to 1.',
  'See whether a share is missing.', count(*)
from parsed left join heading on heading.part = parsed.part and heading.meaning = 'share'
where value between 0 and 1
group by parsed.part, agency, programme, year
having abs(sum(value) - 1) > 0.0005
