//! Words with which people begin the names of places. The places themselves are in `gazetteer`.

/// Villages and quarters. Without their marks some are names of people, others parts of the names of communes.
pub const VILLAGES: [&str; 11] = ["bản", "thôn", "xóm", "ấp", "buôn", "làng", "tổ", "khu", "tiểu khu", "khóm", "sóc"];

/// Streets.
pub const STREETS: [&str; 2] = ["đường", "phố"];

/// Communes, of today and of before 1 July 2025.
pub const COMMUNES: [&str; 4] = ["xã", "phường", "thị trấn", "đặc khu"];

/// Districts and provinces.
pub const ABOVE: [&str; 5] = ["thị xã", "thành phố", "huyện", "quận", "tỉnh"];
