"""Does every statistic on a page have a citation, and does the cited source give the figure?

The core knows nothing of the site generator: text and finished HTML in, problems out.
"""
