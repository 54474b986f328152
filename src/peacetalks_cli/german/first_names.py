"""First names that men bear, as German papers write them: a name is not known to be a woman's by its end alone."""

_OF_MEN = """
Achim Adam Adolf Adrian Albert Albrecht Aleksandar Alexander Alexandre Alexej Alfons Alfred Ali Alois Ambros Anatol
Anatoli Anatolij Andreas Andrej Andrew Andrij Andrzej Ante Anthony Anton Antonio Arkadi Armin Arno Arnold Arseni
Artem Arthur Artur August Axel Barack Bart Bashar Beat Benedikt Benjamin Benno Bernard Bernd Bernhard Bill Björn
Boris Branko Bruno Burkhard Carl Carlos Carsten Charles Chris Christian Christoph Christopher Claude Claudio Claus
Clemens Daniel Danylo David Denis Denys Detlef Dieter Dietmar Dirk Dmitri Dmitrij Dmytro Dominik Donald Dragan
Eberhard Eckhard Edgar Edmund Eduard Edward Egon Elmar Emanuel Emil Emmanuel Erhard Eric Erich Erik Ernst Erwin
Eugen Ewald Fabian Felix Ferdinand Fernando Florian Francesco Frank Franz François Fred Frederik Friedrich Fritz
Gabriel Geert Georg George Gerald Gerd Gerhard Gernot Gilles Giorgio Giovanni Giuseppe Goran Gottfried Gregor Guido
Gunnar Gunther Gustav Günter Günther Hamid Hannes Hans Harald Harry Hartmut Hassan Heiko Heiner Heinrich Heinz Helge
Helmut Hendrik Henri Henrik Henry Herbert Heribert Hermann Holger Horst Hubert Hubertus Hugo Huldrych Hussein
Ibrahim Igor Ihor Ingo Iwan Jack Jacques Jakob James Jan Jean Jens Jerzy Jewhen Jim Joachim Jochen Joe Johann
Johannes John Jonas Josef Joseph José Juan Juri Jurij Jörg Jürgen Karl Karlheinz Karsten Keith Kevin Kilian Klaus
Klemens Knut Konrad Konstantin Kurt Lars Laszlo Laurent Leo Leon Leonard Leonhard Leonid Leopold Lorenz Lothar Lucas
Ludger Ludwig Luis Luka Lukas Lutz Magnus Manfred Manuel Marc Marcel Marco Marek Mario Marius Mark Marko Markus
Martin Mateusz Matteo Matthias Max Maximilian Mehmet Michael Michail Michel Miguel Mihail Mihajlo Mike Milan Milos
Miloš Miroslav Mohamed Mohammad Mohammed Moritz Mustafa Mychajlo Nenad Nicolas Nigel Nikola Nikolai Nikolaj Nikolaus
Nils Norbert Olaf Oleg Oleh Oleksandr Oleksij Oliver Omar Oskar Oswald Otmar Otto Ottokar Pascal Patrick Paul Paulo
Pavel Pawel Pawlo Pedro Peer Peter Petr Petro Philipp Philippe Pierre Piotr Rafael Rainer Ralf Ralph Ramon Recep
Reiner Reinhard Reinhold René Reto Ricardo Richard Robert Roberto Rodion Roger Roland Rolf Roman Ronald Ruben Rudi
Rudolf Rupert Ruslan Rustem Salvatore Samuel Sebastian Sepp Serge Sergei Sergej Serhij Siegfried Siegmar Sigmar
Silvio Simon Slobodan Stanislaw Stefan Stefano Steffen Stephan Stephen Steve Steven Sven Sönke Tadeusz Taras
Thaddäus Theo Theodor Thierry Thilo Thomas Thorsten Tim Timo Tobias Tom Tomasz Tomislav Tony Torsten Udo Ulf Ulrich
Urs Uwe Valentin Veit Viktor Vincent Vinzenz Vitali Vitalij Vittorio Vladimir Volker Volodymyr Waldemar Walerij
Walter Wasyl Werner Wiktor Wilfried Wilhelm Willi William Willibald Willy Winfried Witali Witalij Wjatscheslaw
Wladimir Wladyslaw Wolfgang Wolfram Wolodymyr Xaver Yves Zdeněk Zoltan Zoran
Abdul Abdullah Ahmad Ahmed Alain Aleksander Aleksej Alexandr Alexei Alexis Anders Andrei Andrey Antony Avi Bilal
Bjarne Bogdan Bohdan Bojan Brian Bruce Bülent Cem Chaled Dejan Didier Diego Dimitris Dmitry Dušan Emre Enrico Eyal
Faisal Fatih Felipe Gareth Gideon Giorgos Gordon Grzegorz Guy Hakan Hansjörg Hasan Heimo Helfried Herwig Hüseyin
Ignazio Ismael Ismail Ivan Ivica Jair Jake Jaroslaw Jarosław Javier Jesper Jewgeni Jewgenij Jiří Jozef Juha Jussuf Ján
Karim Keir Khaled Kieran Kirill Kostas Krzysztof Kyrill Kyrylo Köbi Lasse Liam Lloyd Luigi Luiz Mads Mahmoud Mahmud
Maksym Mariusz Maxim Mikko Mitch Morten Moshe Murat Nasar Nazar Nikos Nir Ole Oleksi Olexander Ondřej Orhan Ostap
Pablo Panos Pekka Petar Pjotr Radoslaw Radosław Ramsan Rishi Rodolphe Ronen Rostyslaw Samir Sauli Scott Sean Sergey
Sergio Serhii Siegbert Stanislav Søren Tarik Tariq Ueli Vasyl Vladislav Vladyslav Vuk Wassyl Wladislaw Yair Yannis
Yusuf Zbigniew
"""
_MEN = frozenset(_OF_MEN.split())


def is_of_man(first_name: str) -> bool:
    """Whether a first name, or the first of a joined one ('Klaus-Peter'), is one that men bear."""
    return first_name.partition("-")[0] in _MEN
