package story

// Two reports of one event seldom say it in the same order of words. Two that do,
// with other words in some places, follow one form: "the man was taken to hospital
// in Selm", "the woman was taken to hospital in Tarn".

// swapLength is how many words at one place count as swapped; longer stretches are
// told otherwise.
const swapLength = 3

// alongside returns the share of words that two texts have in common in the same
// order (the longest common subsequence), and the share that each has in a place
// where the other has another one.
func alongside(a, b []uint32) (same, swapped float64) {
	const most = leadWords + maxHeadline
	a, b = a[:min(len(a), most)], b[:min(len(b), most)]
	if len(a) == 0 || len(b) == 0 {
		return 0, 0
	}
	var length [most + 1][most + 1]uint8
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			if a[i] == b[k] {
				length[i][k] = length[i+1][k+1] + 1
			} else {
				length[i][k] = max(length[i+1][k], length[i][k+1])
			}
		}
	}
	swaps, gapA, gapB := 0, 0, 0
	count := func() {
		if max(gapA, gapB) <= swapLength {
			swaps += min(gapA, gapB)
		}
		gapA, gapB = 0, 0
	}
	i, k := 0, 0
	for i < len(a) && k < len(b) {
		switch {
		case a[i] == b[k]:
			count()
			i, k = i+1, k+1
		case length[i+1][k] >= length[i][k+1]:
			i, gapA = i+1, gapA+1
		default:
			k, gapB = k+1, gapB+1
		}
	}
	gapA, gapB = gapA+len(a)-i, gapB+len(b)-k
	count()
	longer := float64(max(len(a), len(b)))
	return float64(length[0][0]) / longer, float64(swaps) / longer
}
