-- intake-agency-places: In which one place is an agency?
-- parameters: none
-- result: one row an agency whose recorded lines, or all lines where none is recorded, lie in one place, by agency
--   agency VARCHAR  agency.id
--   place VARCHAR  GSS code

select agency::varchar as agency,
  coalesce(min(place::varchar) filter (basis = 'recorded'), min(place::varchar)) as place
from grain
where place::varchar <> 'not-placed'
group by agency
having count(distinct place) filter (basis = 'recorded') = 1
  or (count(*) filter (basis = 'recorded') = 0 and count(distinct place) = 1)
order by 1
