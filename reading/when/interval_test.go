package when

import "testing"

func TestInterval(t *testing.T) {
	for value, want := range map[string][2]string{
		"2026-11-20":        {"2026-11-20", "2026-11-20"},
		"2026-11-20TMO":     {"2026-11-20", "2026-11-20"},
		"2026-02":           {"2026-02-01", "2026-02-28"},
		"2026":              {"2026-01-01", "2026-12-31"},
		"2026-Q3":           {"2026-07-01", "2026-09-30"},
		"2026-W01":          {"2025-12-29", "2026-01-04"},
		"2026-W47-WE":       {"2026-11-21", "2026-11-22"},
		"2026-Q5":           {},
		"2026-W":            {},
		"PRESENT_REF":       {},
		"P3D":               {},
		"":                  {},
		"XXXX-WXX-1":        {},
		"2026-W99999999999": {},
	} {
		if from, to := Interval(value); from != want[0] || to != want[1] {
			t.Errorf("%s: %s to %s, want %s to %s", value, from, to, want[0], want[1])
		}
	}
}
