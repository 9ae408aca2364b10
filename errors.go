package coranto

import (
	"errors"
	"fmt"
	"strings"
)

// Kind says what sort of thing went wrong. It is mapped once to an HTTP status
// (faces/web) and once to an exit status (cmd/coranto).
type Kind string

const (
	Usage       Kind = "usage"       // the command or request was put wrongly
	Empty       Kind = "empty"       // there is nothing in it
	Unreadable  Kind = "unreadable"  // it cannot be opened or read
	Unsupported Kind = "unsupported" // it is none of the forms we read
	Damaged     Kind = "damaged"     // it is one of our forms, but broken
	TooLarge    Kind = "too large"   // it passes a cap on bytes, depth or nodes
	NotFound    Kind = "not found"   // there is no such thing
	Refused     Kind = "refused"     // a rule of ours or of the other side forbids it
	Unreachable Kind = "unreachable" // the other side did not answer
	Busy        Kind = "busy"        // somebody else holds it: data folder, address
	Full        Kind = "full"        // no room left on the disk
	Internal    Kind = "internal"    // a mistake of ours
)

// Error is the only error shown to people: what was being done, to what, why it
// failed and what to do about it. Its text is
//
//	<operation> <subject>: <why>; <hint>
//
// Op, Subject and Hint may be empty; Err never is.
type Error struct {
	Kind    Kind
	Op      string // what was being done: "read", "import", "fetch"
	Subject string // to what: a path, an address, an identifier
	Err     error  // why it failed
	Hint    string // what to do, in the imperative, without a full stop
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(strings.TrimSpace(e.Op + " " + e.Subject))
	if b.Len() > 0 {
		b.WriteString(": ")
	}
	b.WriteString(e.Why())
	if e.Hint != "" {
		b.WriteString("; ")
		b.WriteString(e.Hint)
	}
	return b.String()
}

// Why returns the cause alone, without operation, subject and hint.
func (e *Error) Why() string {
	if e.Err == nil {
		return string(e.Kind)
	}
	return e.Err.Error()
}

func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an Error whose cause is the formatted text (%w wraps).
func Errorf(kind Kind, op, subject, hint, format string, args ...any) *Error {
	return &Error{Kind: kind, Op: op, Subject: subject, Hint: hint, Err: fmt.Errorf(format, args...)}
}

// KindOf returns the Kind of the outermost *Error in err's chain, Internal when
// there is none, and "" for a nil error.
func KindOf(err error) Kind {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}
