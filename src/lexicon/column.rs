use crate::lexicon::{Vocabulary, WordId};

/// A table whose rows are found by the number of a word.
#[derive(Clone, Debug)]
pub struct Column<T> {
    /// For each word its row and one; zero where there is none.
    places: Vec<u16>,
    rows: Vec<T>,
}

impl<T> Column<T> {
    /// Returns the table of these rows and numbers their words; of two rows for one word the first holds.
    pub(super) fn new<W: AsRef<str>>(
        vocabulary: &mut Vocabulary,
        rows: impl IntoIterator<Item = (W, T)>,
    ) -> Self {
        let mut column = Self { places: Vec::new(), rows: Vec::new() };
        for (word, row) in rows {
            let id = vocabulary.intern(word.as_ref());
            if id != WordId::UNKNOWN && column.get(id).is_none() {
                column.put(id, row);
            }
        }
        column
    }

    /// Returns the row of a word.
    #[inline]
    pub fn get(&self, id: WordId) -> Option<&T> {
        let place = *self.places.get(id.index())?;
        self.rows.get(usize::from(place).checked_sub(1)?)
    }

    /// Iterates over the words that have a row.
    pub(super) fn words(&self) -> impl Iterator<Item = usize> {
        let places = self.places.iter().enumerate();
        places.filter(|(_, place)| **place != 0).map(|(word, _)| word)
    }

    /// Iterates over the words whose row fits.
    pub(super) fn words_where(&self, fits: impl Fn(&T) -> bool) -> impl Iterator<Item = usize> {
        let rows = move |word: &usize| fits(&self.rows[usize::from(self.places[*word]) - 1]);
        self.words().filter(rows)
    }

    fn put(&mut self, id: WordId, row: T) {
        if self.places.len() <= id.index() {
            self.places.resize(id.index() + 1, 0);
        }
        self.rows.push(row);
        self.places[id.index()] = self.rows.len() as u16;
    }
}

impl<T> Column<Vec<T>> {
    /// Returns the table of lists: rows for one word stand together, in their order.
    pub(super) fn of_lists<W: AsRef<str>>(
        vocabulary: &mut Vocabulary,
        rows: impl IntoIterator<Item = (W, T)>,
    ) -> Self {
        let mut column = Self { places: Vec::new(), rows: Vec::new() };
        for (word, row) in rows {
            let id = vocabulary.intern(word.as_ref());
            if id == WordId::UNKNOWN {
                continue;
            }
            if column.get(id).is_none() {
                column.put(id, Vec::new());
            }
            let place = usize::from(column.places[id.index()]);
            column.rows[place - 1].push(row);
        }
        column
    }

    /// Returns the rows of a word.
    #[inline]
    pub fn list(&self, id: WordId) -> &[T] {
        self.get(id).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::Column;
    use crate::lexicon::{Vocabulary, WordId};

    #[test]
    fn the_first_row_holds_and_lists_grow() {
        let mut words = Vocabulary::default();
        let first = Column::new(&mut words, [("killed", 1), ("Élysée", 2), ("Killed", 3)]);
        let lists = Column::of_lists(&mut words, [("toll", 1), ("killed", 2), ("TOLL", 3)]);
        assert_eq!(first.get(words.id("KILLED")), Some(&1));
        assert_eq!(first.get(words.id("toll")), None);
        assert_eq!(lists.list(words.id("toll")), [1, 3]);
        assert_eq!(lists.get(WordId::UNKNOWN), None);
    }
}
