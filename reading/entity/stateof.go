package entity

// StateOf returns the state that a town, a body or a person belongs to, by their
// canonical names: of a person, the state that all known offices are of. It is
// "" for states themselves and where nothing is known, or several are.
func (n *Names) StateOf(name string) string {
	if n == nil {
		return ""
	}
	n.owning.Do(func() { n.owned = owners(n) })
	return n.owned[name]
}

// several marks names that belong to more than one state.
const several = "\x00"

// owners lists what belongs to which state.
func owners(n *Names) map[string]string {
	of := map[string]string{}
	add := func(name, state string) {
		switch had := of[name]; {
		case name == "" || state == "" || had == state:
		case had == "":
			of[name] = state
		default:
			of[name] = several
		}
	}
	for _, p := range n.Places {
		add(p.Name, p.State)
	}
	for _, o := range n.Organisations {
		add(o.Name, o.State)
	}
	for _, p := range n.Persons {
		for _, o := range p.Offices {
			add(p.Name, o.State)
		}
	}
	for _, s := range n.States { // a capital is meant before any namesake
		if s.Capital != "" {
			of[s.Capital] = s.Name
		}
	}
	for _, s := range n.States {
		delete(of, s.Name)
	}
	for name, state := range of {
		if state == several {
			delete(of, name)
		}
	}
	return of
}
