const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Given names that are common somewhere and rarely words. Written for Touchstone, from no other list. */
export const GIVEN_NAMES = list(
  'Aaron Abdul Abigail Adam Adriana Agnieszka Ahmed Aisha Akira Alan Alejandro Aleksandr Alessandro Alexander Alexandra Alexis Ali Alice Alicia Alina Amanda Amelia Amir Amit Amy Ana ' +
    'Anastasia Andrea Andreas Andrei Andrew Angela Anil Anita Anja Anna Anne Annika Antoine Anthony Antonio Antonia Anton Arjun Arthur Astrid Aylin Ayşe Barbara Bartosz Beatriz Benjamin ' +
    'Bernard Bianca Birgit Björn Brandon Brenda Brian Bruno Camila Camille Carla Carlos Carmen Carolina Caroline Catherine Cecilia Charles Charlotte Chiara Christian Christina Christine ' +
    'Christopher Claire Clara Claudia Cristina Cynthia Daniel Daniela Daniele Danielle David Deborah Deepak Dennis Diana Diego Dieter Dmitri Dominik Donald Dorothy Douglas Eduardo Edward ' +
    'Elena Elias Elif Elisabeth Elizabeth Ella Ellen Emanuele Emily Emma Enrique Eric Erik Ernesto Esther Ethan Eva Evelyn Fatima Fatma Federico Felipe Fernanda Fernando Fiona Florian ' +
    'Frances Francesca Francesco Francisco Franziska Frédéric Friedrich Gabriel Gabriela Gareth George Gerald Giorgio Giovanni Giulia Giuseppe Gonzalo Gregory Guillaume Gustavo Hannah Hans ' +
    'Harold Hassan Heather Heike Heinrich Helen Helena Henrik Henry Hiroshi Hugo Ibrahim Ines Ingrid Isaac Isabel Isabella Ivan Jacob Jacqueline Jakob James Jamie Jan Jane Janet Janine ' +
    'Jasmin Javier Jeffrey Jennifer Jens Jeremy Jessica Joanna João Johan Johanna Johannes John Jonas Jonathan Jorge José Joseph Joshua Joyce Juan Judith Julia Julian Juliane Julie Julien ' +
    'Juliette Jürgen Justin Karen Karin Karl Katarzyna Katharina Katherine Kathleen Katja Keiko Keith Kelly Kenneth Kevin Khalid Kimberly Klaus Kristina Krzysztof Kumar Lakshmi Lars Laura ' +
    'Lauren Laurent Léa Leila Leonardo Liam Lina Linda Lisa Lorenzo Louis Louise Luca Lucas Lucia Ludwig Luis Luisa Lukas Magdalena Maja Małgorzata Manuel Marcel Marco Marcus Margaret ' +
    'Margarita Maria María Mariana Marie Mario Marion Markus Marta Martha Martin Martina Mary Mateo Mateusz Mathieu Matthew Matthias Mehmet Mei Melanie Melissa Michael Michał Michel Michelle ' +
    'Miguel Mikhail Mohamed Mohammed Monica Monika Muhammad Mustafa Nadia Nancy Natalia Natalie Natasha Nathan Nicholas Nicola Nicolas Nicole Nikhil Nikolai Nils Nina Nora Olaf Oleg Olga ' +
    'Oliver Olivia Omar Oscar Pablo Pamela Paolo Patricia Patrick Paul Paula Paulo Pavel Pedro Peter Petra Philip Philipp Pierre Piotr Priya Rachel Rafael Rahul Rajesh Ralf Ravi Raymond ' +
    'Rebecca Renate Ricardo Richard Robert Roberta Roberto Rodrigo Roland Ronald Rosa Roxana Ruben Russell Ruth Ryan Sabine Salma Samantha Samuel Sandra Sanjay Sara Sarah Scott Sebastian ' +
    'Sergei Sergio Sharon Shirley Silvia Simon Simone Sofia Sofie Sonia Sophia Sophie Stefan Stefanie Stephanie Stephen Steven Sunita Susan Susanne Suresh Svetlana Sven Takashi Tamara ' +
    'Tatiana Teresa Theresa Thomas Tiago Timothy Tobias Tomás Tomasz Ulrich Ulrike Ursula Valentina Valeria Vanessa Vera Verónica Victoria Vijay Viktor Vincent Virginia Vladimir Walter ' +
    'Wei William Wolfgang Xavier Yasmin Yolanda Yuki Yusuf Yvonne Zainab Zoe',
);

/** Family names that are common somewhere and rarely words. Written for Touchstone, from no other list. */
export const FAMILY_NAMES = list(
  'Abdullah Adams Agarwal Aguilar Ahmed Alvarez Andersen Anderson Andersson Bauer Becker Bennett Bernard Bianchi Brown Campbell Carvalho Castillo Castro Chang Chatterjee Chavez Chen ' +
    'Clark Collins Colombo Contreras Costa Cruz Davies Davis Delgado Diaz Dubois Dupont Durand Eriksson Esposito Evans Fernandes Fernández Fernandez Ferrari Ferreira Fischer Flores ' +
    'Fontaine Fournier Garcia García Gomez Gómez Gonzales González Gonzalez Gupta Gutierrez Hansen Harris Hernandez Hernández Herrera Hoffmann Hofmann Huang Hughes Ito Ivanov Ivanova ' +
    'Jackson Jansen Jensen Jiménez Johansen Johansson Johnson Jones Kaminski Kapoor Karlsson Kaya Khan Kobayashi Koch Kovács Kowalska Kowalski Kraus Krause Kumar Kuznetsov Lambert Larsen ' +
    'Larsson Lefebvre Lehmann Leroy Lewandowski Lewis Lopez López Maier Marino Martinez Martínez Mendoza Meyer Miller Mishra Mitchell Moreau Morales Moreno Morgan Müller Mueller Murphy ' +
    'Nakamura Navarro Nelson Neumann Nguyen Nielsen Nilsson Novak Nováková Nowak Olsen Oliveira Olsson Ortega Ortiz Papadopoulos Patel Pedersen Pereira Perez Pérez Petersen Petersson ' +
    'Petrov Petrova Pham Popescu Ramirez Ramos Reyes Ricci Richardson Rivera Roberts Robinson Rodrigues Rodriguez Rodríguez Romano Romero Rossi Rousseau Ruiz Russo Sanchez Sánchez Santos ' +
    'Sato Schmidt Schmitt Schneider Schröder Schulz Schwarz Sharma Silva Simpson Singh Smirnov Smith Sokolov Sousa Souza Stewart Suzuki Svensson Takahashi Tanaka Taylor Thomas Thompson ' +
    'Torres Tran Vargas Vasquez Verma Virtanen Volkov Wagner Walker Wang Watanabe Weber Williams Wilson Wiśniewski Wojcik Wright Yamamoto Yang Yılmaz Zhang Zimmermann',
);

/** Words with a capital that stand before or after a given name without being a family name. */
export const NO_NAMES = list(
  'The This That These Those And But Or Not Yes No If When Then There Here What Who Why How Where Which Is Are Was Were Has Have Had Can Could Will Would Should May Might Must Do Does ' +
    'Did Please Thanks Thank Hello Hi Hey Dear Best Regards Sincerely Good Great Also After Before During For From In On At To With By Of As I We You He She It They My Our Your His Her Its ' +
    'Their Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November December Street Avenue Road Lane Square Park ' +
    'University College School Hospital Church Airport Station Bridge Tower Island Islands Lake River Mountain Hill Beach Bay County City Town State Prize Award Law Theorem Test Effect ' +
    'Method Equation Algorithm Distribution Inc Ltd Corp Company Group Bank Foundation Institute Museum Library King Queen Prince Princess Saint San Santa New North South East West English ' +
    'French German Spanish Italian Portuguese Dutch American British Chinese Japanese Russian Indian Christmas Easter Day Week Month Year God Lord Der Die Das Und Ein Eine Ich Sie Er Wir Le La Les ' +
    'El Los Las Un Una Une ' +
    'Mr Mrs Ms Miss Mx Dr Prof Professor Herr Herrn Frau Mme Madame Monsieur Mlle Señor Señora Sr Sra Sig Signor Signora Senhor Senhora Dhr Mevrouw Pan Pani',
);
