package split

import "coranto"

func inferDate(a *coranto.Article) *coranto.Dating { return nil }
