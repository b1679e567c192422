-- intake-find-mixtures: What stands together that may be counted twice or mean different things?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added, one a mixture

insert into finding
with counted as (
  from judged where mark is null and pence is not null
),
each as (
  select kind, count(*) as rows, sum(pence) as pence from counted group by kind
),
pounds as (
  select flow, phase, economic, agency, year, sum(rows) as rows, sum(pence) as pence
  from each join kind on kind.kind = each.kind
  group by all
)
select 'warning', 'transfers-both-sides', null::integer, null::bigint, null, null,
  'Transfers in (' || printf('%.2f', (sum(pence) filter (flow = 'transfer_in'))::decimal(38, 0) / 100) || ' pounds) and out ('
    || printf('%.2f', (sum(pence) filter (flow = 'transfer_out'))::decimal(38, 0) / 100)
    || ' pounds) are both given: neither is counted as spending.',
  'See that what is spent from them is not given as well.', (sum(rows) filter (flow <> 'own'))::bigint
from pounds having count(*) filter (flow = 'transfer_in') > 0 and count(*) filter (flow = 'transfer_out') > 0
union all
select 'warning', 'budget-with-outturn', null, null, null, null,
  'Budget and outturn are both given: ' || (sum(rows) filter (phase = 'budget')) || ' rows are budget and are kept apart.',
  null, sum(rows)::bigint
from pounds having count(distinct phase) > 1
union all
select 'warning', 'capital-with-revenue', null, null, null, null,
  'Capital and current spending are both given: ' || (sum(rows) filter (economic = 'capital')) || ' rows are capital and are kept apart.',
  null, sum(rows)::bigint
from pounds having count(distinct economic) > 1 and count(*) filter (economic = 'capital') > 0
union all
select 'warning', 'agency-negative', null, null, null, agency,
  'All rows of the agency for ' || coalesce(year, 'the year') || ' come to less than nought: ' || printf('%.2f', sum(pence)::decimal(38, 0) / 100) || ' pounds.',
  'See whether the sign is the other way round.', sum(rows)::bigint
from pounds where agency is not null group by agency, year having sum(pence) < 0
union all
select 'note', 'credits', null, null, null, null,
  count(*) || ' rows are credits: ' || printf('%.2f', sum(pence)::decimal(38, 0) / 100) || ' pounds.', null, count(*)
from counted where pence < 0 having count(*) > 0
