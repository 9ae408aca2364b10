// Package days counts between days written as "2025-09-02".
package days

import "time"

// Between returns how many days the second lies after the first, less than 0
// when it lies before; 0 when one of them is no day.
func Between(a, b string) int {
	x, err := time.Parse(time.DateOnly, a)
	if err != nil {
		return 0
	}
	y, err := time.Parse(time.DateOnly, b)
	if err != nil {
		return 0
	}
	return int(y.Sub(x).Hours() / 24) // both are in UTC: whole days
}
