//go:build unix

package main

import (
	"runtime"
	"syscall"
)

// peakRSS is the most memory that this process has held, in MB; 0 if unknown.
func peakRSS() int {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return int(u.Maxrss >> 20) // bytes there
	}
	return int(u.Maxrss >> 10) // kilobytes
}
