package lang

func Identify(text string) string { return "und" }
