package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"os"
	"path/filepath"
	"slices"
)

// sources reads the files of the data folder and adds up what it reads, so that
// other data is noticed.
type sources struct {
	folder string
	sum    hash.Hash
}

func newSources(folder string) *sources { return &sources{folder, sha256.New()} }

// list returns the files of a pattern, by name, as read takes them.
func (s *sources) list(pattern string) ([]string, error) {
	paths, err := filepath.Glob(filepath.Join(s.folder, pattern))
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	for i, p := range paths {
		if paths[i], err = filepath.Rel(s.folder, p); err != nil {
			return nil, err
		}
	}
	return paths, nil
}

func (s *sources) read(name string) ([]byte, error) { return s.readAt(filepath.Join(s.folder, name)) }

func (s *sources) readAt(path string) ([]byte, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(s.sum, "%s %d\n", filepath.Base(path), len(b))
	s.sum.Write(b)
	return b, nil
}

func (s *sources) checksum() string { return hex.EncodeToString(s.sum.Sum(nil)) }
