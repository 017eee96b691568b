import json,sys
from citecheck.statistics import statistics
for line in sys.stdin:
    t=line.rstrip("\n")
    print(json.dumps({"text":t,"statistics":[{"text":s.text,"kind":s.kind,"form":s.form} for s in statistics(t)]}))
