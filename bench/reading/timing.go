package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// cost is what a page costs a program.
type cost struct {
	perSecond float64 // pages a second of processor time, the median of the rounds
	allocated float64 // bytes a page
}

// chunk is how many pages a program reads before the next one has its turn, so
// that a machine that slows down slows all of them.
const chunk = 20

// measureCost runs all programs over the pages, rounds times, on one core. What
// counts is the processor's time, the garbage collector's with it, not the
// clock's: other processes on the machine take turns too.
func measureCost(all []program, pages []page, rounds int) map[string]cost {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	seconds := map[string][]float64{}
	allocated := map[string]uint64{}
	for _, p := range all { // tables and regular expressions made on first use
		p.guarded(pages[0])
	}
	for round := range rounds {
		sum := map[string]time.Duration{}
		for part := range slices.Chunk(pages, chunk) {
			for i := range all {
				p := all[(i+round)%len(all)]
				runtime.GC()
				before, bytes := processorTime(), allocatedBytes()
				for _, pg := range part {
					p.guarded(pg)
				}
				sum[p.name] += processorTime() - before
				allocated[p.name] += allocatedBytes() - bytes
			}
		}
		for name, d := range sum {
			seconds[name] = append(seconds[name], d.Seconds())
		}
	}
	out := map[string]cost{}
	for name, s := range seconds {
		out[name] = cost{
			perSecond: float64(len(pages)) / median(s),
			allocated: float64(allocated[name]) / float64(rounds*len(pages)),
		}
	}
	return out
}

func median(s []float64) float64 {
	s = slices.Sorted(slices.Values(s))
	if len(s)%2 == 1 {
		return s[len(s)/2]
	}
	return (s[len(s)/2-1] + s[len(s)/2]) / 2
}

// processorTime is what this process has used, in user and kernel mode.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func allocatedBytes() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

// peakOf runs this command anew for one program, which reads the pages one
// after the other from disk, and returns by how many bytes the memory that was
// resident grew over what the process, all programs linked into it, held before
// the first page; the median of three.
func peakOf(p program, data string) (float64, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	var peaks []float64
	for range 3 { // the garbage collector's timing makes it vary by a few MB
		out, err := exec.Command(self, "-data", data, "-peak", p.name).Output()
		if err != nil {
			return 0, fmt.Errorf("peak memory of %s: %w", p.name, err)
		}
		peak, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
		if err != nil {
			return 0, fmt.Errorf("peak memory of %s: %w", p.name, err)
		}
		peaks = append(peaks, peak)
	}
	return median(peaks), nil
}

// resident is what Linux says of this process's memory under a name, VmRSS (now)
// or VmHWM (the most since the last reset), in bytes; 0 elsewhere.
func resident(name string) float64 {
	f, err := os.Open("/proc/self/status")
	if err != nil {
		return 0
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), name+":"); ok {
			kb, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			if err != nil {
				return 0
			}
			return kb * 1024
		}
	}
	return 0
}

// growth returns by how much the memory resident grew at most while f ran.
func growth(f func() error) (float64, error) {
	debug.FreeOSMemory()
	// 5 resets VmHWM (proc(5)); where it cannot, the peak of the start counts too.
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil && runtime.GOOS == "linux" {
		complain("peak memory: %v", err)
	}
	before := resident("VmRSS")
	if err := f(); err != nil {
		return 0, err
	}
	return resident("VmHWM") - before, nil
}
