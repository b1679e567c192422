-- ten-million-lines: The ten million lines, for JavaScript to hold as objects.

select place::varchar as place, year::varchar as year, agency::varchar as agency, flow::varchar as flow, amount
from line
