"""Where a sentence ends, on pages and slides alike: at its stop, with the marks that close behind it (GB/T 15834-2011, 5.1.3)."""

import re

END = re.compile("[。！？][”’」』）〉》】]*")
