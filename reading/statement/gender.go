package statement

import "strings"

// First names that tell, nearly always, whether "he" or "she" is meant. They
// only ever rule a pronoun out.
const (
	feminine = `Abigail Agnes Aisha Alexandra Alexandria Alice Alison Amanda Amy Ana Anastasia Angela Anita Ann Anna Anne Annalena Annie Ashley Ayanna Barbara Beatrice Beth Betty Brenda Bridget Carla Carol Caroline Carolyn Catherine Cathy Cecilia Charlotte Cheryl Christina Christine Cindy Claire Clara Claudia Cynthia
Dana Daniela Debbie Deborah Debra Diana Diane Dianne Donna Doris Dorothy Eileen Elaine Eleanor Elena Elisabeth Elise Elizabeth Ellen Emily Emma Esther Eva Eve Evelyn Fatima Fiona Florence Frances Francesca Gabriela Gina Giorgia Gloria Grace Hannah Heather Heidi Helen Helena Hillary Ilhan Ingrid Irene Irina Isabel Isabella Ivanka
Jackie Jacqueline Jane Janet Janice Jean Jeanne Jennifer Jessica Jill Joan Joanna Josephine Joyce Judith Judy Julia Julie Kaja Kamala Karen Karin Karoline Kate Katherine Kathleen Kathryn Kathy Katie Kellyanne Kirsten Kristen Kristi Laura Lauren Leila Lena Linda Lisa Liz Loretta Louise Lucy Lydia Lyudmila
Madeleine Marcia Margaret Maria Marian Marianne Marie Marina Marine Marjorie Marta Martha Mary Maureen Maya Megan Melania Melanie Melissa Mia Michele Michelle Miriam Moira Molly Monica Nadia Nancy Naomi Natalia Natalie Natasha Nicola Nicole Nikki Nina Nora Olena Olga Olivia Pamela Patricia Patty Paula Pauline Peggy Penny Petra Phyllis Priti
Rachel Rashida Rebecca Rosa Rose Ruth Sally Samantha Sanae Sandra Sara Sarah Sharon Sheila Shirley Silvia Simone Sofia Sonia Sophia Sophie Stacey Stephanie Sue Susan Susanna Suzanne Svetlana Sylvia Tamara Tammy Tara Tatiana Teresa Theresa Tina Ursula Valentina Valerie Vanessa Vera Veronica Victoria Virginia Wanda Wendy Yulia Yvette Yvonne Zoe`
	masculine = `Aaron Abdul Abdullah Adam Adrian Ahmad Ahmed Alan Albert Alejandro Alexander Alexei Alfred Ali Allen Anders Andreas Andrei Andrew Andrey Andriy Andy Anthony Antoine Anton Antonio Antony Arthur Barack Barry Ben Benjamin Bernard Bernie Bill Billy Bob Bobby Boris Brad Bradley Brandon Brian Bruce Bruno Bryan Carl Carlo Carlos Charles Charlie Chris Christian Christopher Chuck Colin Corey Craig
Dan Daniel Danny Dave David Dean Denis Dennis Derek Dick Diego Dieter Dmitri Dmitry Dominic Don Donald Doug Douglas Duncan Earl Ed Eddie Edgar Eduardo Edward Edwin Elon Emmanuel Enrique Eric Erik Ernest Ethan Eugene Evan Felix Fernando Francis Francisco Frank Franz Fred Frederick Friedrich Gary Gavin Geoff Geoffrey George Gerald Gerard Gerhard Giovanni Giuseppe Gordon Graham Greg Gregory Guillermo
Hans Harold Harry Harvey Hassan Heinrich Helmut Henri Henry Herbert Herman Howard Hubert Hugh Hugo Hussein Ian Ibrahim Igor Isaac Ivan Jack Jacob Jacques Jake James Jared Jason Javier Jay Jeb Jeff Jeffrey Jens Jeremy Jerome Jerry Jim Jimmy Joe Joel Johan Johann John Johnny Jonathan Jorge Jose Josef Joseph Josh Joshua Juan Julius Jürgen Justin Karl Keir Keith Ken Kenneth Kevin Khalid Klaus Konstantin Kurt Kyle
Larry Lars Lawrence Leonard Leonid Lloyd Lorenzo Louis Luc Lucas Luigi Luis Luke Mahmoud Malcolm Manfred Manuel Marc Marcel Marco Marcus Mario Mark Markus Martin Marvin Masoud Matt Matteo Matthew Maurice Max Maxim Michael Michel Miguel Mike Mikhail Mitch Mitt Mohamed Mohammad Mohammed Muhammad Mustafa Narendra Nathan Neil Newt Nicholas Nick Nicolas Nigel Nikita Nikolai Norman Oleg Oliver Omar Oscar Otto
Pablo Patrick Paul Pavel Pedro Pete Peter Phil Philip Phillip Pierre Rafael Ralph Ramon Raul Ray Raymond Recep Ricardo Richard Rick Rob Robert Roberto Rodney Roger Roland Ron Ronald Roy Rudolf Rudy Rupert Russell Ryan Sam Samuel Scott Sean Sebastian Sergei Sergey Seth Shane Simon Stan Stanley Stefan Stephen Steve Steven Stuart Sven Ted Terry Theodore Thomas Tim Timothy Todd Tom Tommy Tony Trevor Tyler
Ulrich Victor Viktor Vincent Vitaly Vladimir Volodymyr Wade Walter Warren Wayne Werner Wilhelm William Wolfgang Yuri Yury Zachary`
)

var firstNames = func() map[string]kind {
	m := map[string]kind{}
	for _, n := range strings.Fields(feminine) {
		m[n] = she
	}
	for _, n := range strings.Fields(masculine) {
		m[n] = he
	}
	return m
}()

// genderOf returns which pronoun goes with a person: what the text has shown,
// else what the first name says; "" when neither does.
func (r *reader) genderOf(entity int) kind {
	if g := r.memory.genders[entity]; g != 0 {
		return g
	}
	first, _, _ := strings.Cut(r.entities[entity].Name, " ")
	return firstNames[first]
}
