//go:build !unix

package main

func peakRSS() int { return 0 }
