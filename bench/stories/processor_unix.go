//go:build unix

package main

import (
	"syscall"
	"time"
)

// processor returns the processor time used so far, without the system's share.
func processor() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano())
}
