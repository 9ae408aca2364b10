package sqlite

import (
	"errors"
	"os"
	"syscall"
)

var errHeld = errors.New("held by another process")

const sharingViolation = syscall.Errno(32) // ERROR_SHARING_VIOLATION

// lockFile opens the file for this process alone, or says errHeld at once.
// Closing it, or the end of the process, lets go of it.
func lockFile(path string) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	switch {
	case err == sharingViolation:
		return nil, errHeld
	case err != nil:
		return nil, &os.PathError{Op: "lock", Path: path, Err: err}
	}
	return os.NewFile(uintptr(h), path), nil
}
