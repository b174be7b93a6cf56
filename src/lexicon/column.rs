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

/// A table with several rows for a word, which stand together.
#[derive(Clone, Debug)]
pub struct Lists<T> {
    /// For each word where its rows start; those of the next word start where they end.
    starts: Vec<u32>,
    rows: Vec<T>,
}

impl<T> Lists<T> {
    /// Returns the table of these rows and numbers their words; rows for one word keep their order.
    pub(super) fn new<W: AsRef<str>>(
        vocabulary: &mut Vocabulary,
        rows: impl IntoIterator<Item = (W, T)>,
    ) -> Self {
        let number = |(word, row): (W, T)| (vocabulary.intern(word.as_ref()), row);
        Self::of(rows.into_iter().map(number).collect())
    }

    /// Returns the table of these rows; those for one word keep their order.
    pub(super) fn of(mut numbered: Vec<(WordId, T)>) -> Self {
        numbered.retain(|(id, _)| *id != WordId::UNKNOWN);
        numbered.sort_by_key(|(id, _)| *id);
        let mut starts = Vec::new();
        let mut rows = Vec::with_capacity(numbered.len());
        for (id, row) in numbered {
            starts.resize(starts.len().max(id.index() + 1), rows.len() as u32);
            rows.push(row);
        }
        starts.push(rows.len() as u32);
        Self { starts, rows }
    }

    /// Returns the rows of a word.
    #[inline]
    pub fn get(&self, id: WordId) -> &[T] {
        match self.starts.get(id.index()..).and_then(|starts| starts.first_chunk::<2>()) {
            Some([start, end]) => &self.rows[*start as usize..*end as usize],
            None => &[],
        }
    }

    /// Iterates over the words that have rows.
    pub(super) fn words(&self) -> impl Iterator<Item = usize> {
        let pairs = self.starts.windows(2).enumerate();
        pairs.filter(|(_, pair)| pair[0] < pair[1]).map(|(word, _)| word)
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Lists};
    use crate::lexicon::{Vocabulary, WordId};

    #[test]
    fn the_first_row_holds_and_lists_grow() {
        let mut words = Vocabulary::default();
        let first = Column::new(&mut words, [("killed", 1), ("Élysée", 2), ("Killed", 3)]);
        let lists = Lists::new(&mut words, [("toll", 1), ("killed", 2), ("TOLL", 3)]);
        assert_eq!(first.get(words.id("KILLED")), Some(&1));
        assert_eq!(first.get(words.id("toll")), None);
        assert_eq!(lists.get(words.id("toll")), [1, 3]);
        assert_eq!(lists.get(words.id("Killed")), [2]);
        assert!(lists.get(WordId::UNKNOWN).is_empty());
        assert_eq!(lists.words().count(), 2);
    }
}
