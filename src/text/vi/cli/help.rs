//! Help texts of the command line.

/// The command.
pub const ABOUT: &str = "Tiến độ chỉ tiêu, kiểm tra hồ sơ và báo cáo phát triển đảng viên từ tệp sổ và danh sách";
/// Template of all help texts.
pub const HELP: &str = "\
{about-with-newline}
Cách dùng: {usage}

{all-args}{after-help}";
/// Heading of the subcommands.
pub const COMMANDS: &str = "Lệnh";
/// Heading of the options.
pub const OPTIONS: &str = "Tùy chọn";
/// Heading of the positional arguments.
pub const ARGUMENTS: &str = "Tham số";
/// Footer of the main help.
pub const AFTER: &str = "\
Mã kết thúc: 0 không có gì chặn, 1 có lỗi chặn (hoặc chỉ tiêu không đạt, với --strict), 2 tệp không đọc được.
TỆP là tệp sổ lưu từ trang, danh sách CSV (UTF-8) hoặc XLSX nhận ra theo dòng tiêu đề, hoặc một thư mục.";
/// Progress.
pub const PROGRESS: &str = "Tiến độ của từng chỉ tiêu đến một ngày";
/// Check.
pub const CHECK: &str = "Kiểm tra hồ sơ và bản ghi theo quy định";
/// The regulation in force on a day.
pub const RULES: &str = "In các giá trị của quy định áp dụng vào một ngày";
/// The day of the regulation.
pub const RULES_ON: &str = "Áp dụng vào ngày này; mặc định là hôm nay";
/// Regulation files of offices.
pub const RULES_FILE: &str = "Tệp quy định (….quydinh.json) của cơ quan, thêm vào quy định có sẵn; dùng được nhiều lần";
/// Figures check.
pub const FIGURES: &str = "Đối chiếu số liệu của một báo cáo, mỗi dòng một ý";
/// Cards.
pub const CARDS: &str = "Đọc thẻ căn cước từ nội dung mã QR đã quét, mỗi dòng một thẻ";
/// Whether addresses are brought up to date.
pub const COMMUNES: &str = "Địa chỉ ghi như trên thẻ (as-written), hoặc theo tên xã, tỉnh từ 1/7/2025 (now)";
/// Files of the cards.
pub const CARDS_FILES: &str = "Tệp chữ do máy quét ghi";
/// Report.
pub const REPORT: &str = "Viết báo cáo của một tổ chức trong một kỳ";
/// Merge.
pub const MERGE: &str = "Gộp nhiều sổ và danh sách thành một sổ";
/// Bundle.
pub const BUNDLE: &str = "Lập tệp gửi từ một tổ chức cho nơi khác: cấp trên, mọi chi bộ hoặc một chi bộ";
/// From whom.
pub const BUNDLE_FROM: &str = "Tên tổ chức gửi; không cần khi chỉ có một tổ chức cấp trên cùng";
/// For whom.
pub const BUNDLE_TO: &str = "Tên tổ chức cấp dưới nhận tệp; không ghi thì gửi cấp trên";
/// For all.
pub const BUNDLE_TO_ALL: &str = "Gửi mọi chi bộ: tổ chức, chỉ tiêu, quy định, biên nhận; không có người";
/// Everything.
pub const BUNDLE_WHOLE: &str = "Gửi toàn bộ, cả phần nơi nhận đã có (cho máy mới)";
/// What is asked for.
pub const BUNDLE_ASK: &str = "Yêu cầu chi bộ gửi hồ sơ đến mức nào: các bước, lý lịch bản thân, đầy đủ";
/// The file.
pub const BUNDLE_OUT: &str = "Tệp gửi sẽ ghi";
/// The book.
pub const BOOK_OUT: &str = "Ghi sổ ra tệp này, kèm dấu đã gửi";
/// Inspect.
pub const INSPECT: &str = "Cho biết trong tệp có gì";
/// Columns of lists.
pub const COLUMNS: &str = "Cho biết từng cột của danh sách được hiểu là gì, để sửa lại rồi dùng với --map";
/// Export.
pub const EXPORT: &str = "Xuất ra danh sách CSV, XLSX, hoặc bộ dữ liệu Parquet";
/// Generate.
pub const GENERATE: &str = "Tạo một tỉnh giả định để thử (không phải số liệu thật)";
/// Completions.
pub const COMPLETIONS: &str = "In lệnh gợi ý cho trình dòng lệnh";
/// Manual.
pub const MAN: &str = "In trang hướng dẫn (man)";
/// Files.
pub const FILES: &str = "Tệp sổ, danh sách CSV hoặc XLSX, hoặc thư mục chứa chúng";
/// Passphrase of sealed files.
pub const PASSPHRASE_FILE: &str = "Tệp văn bản ghi mật khẩu, để đọc các tệp có mật khẩu";
/// Tables of headings.
pub const MAP: &str = "Bảng cho biết tiêu đề nào là mục nào, như ketnap columns viết ra; dùng được nhiều lần";
/// Text files with figures.
pub const FIGURES_FILES: &str = "Tệp văn bản, mỗi dòng một ý; dấu - đọc từ đầu vào chuẩn";
/// A book beside the figures.
pub const BOOK: &str = "Sổ hoặc danh sách để xem trong sổ ghi bao nhiêu; dùng được nhiều lần";
/// As-of day of that book.
pub const BOOK_AS_OF: &str = "Lấy số trong sổ đến ngày này; mặc định là hôm nay";
/// As-of day of progress.
pub const AS_OF: &str = "Tính đến ngày, dạng YYYY-MM-DD hoặc ngày/tháng/năm";
/// Day of the check.
pub const ON: &str = "Kiểm tra như vào ngày này; mặc định là hôm nay";
/// Output format.
pub const FORMAT: &str = "Dạng kết quả";
/// A table.
pub const TABLE: &str = "bảng để đọc";
/// JSON.
pub const JSON: &str = "cho chương trình khác";
/// CSV.
pub const CSV: &str = "cho bảng tính, phân cách bằng dấu phẩy";
/// A workbook.
pub const XLSX: &str = "một tệp Excel, mỗi danh sách một trang";
/// Parquet.
pub const PARQUET: &str = "bộ dữ liệu cho DuckDB, Spark";
/// Strict mode: exit code for missed targets.
pub const STRICT: &str = "Kết thúc với mã 1 khi có chỉ tiêu không đạt";
/// Whether to use the forecast.
pub const FORECAST: &str = "Xét cả khả năng: chỉ tiêu không còn đủ nguồn";
/// Places.
pub const PLACES: &str = "Bao nhiêu thôn bản, trường, trạm chưa có đảng viên, chưa có chi bộ riêng";
/// Day of the places.
pub const PLACES_ON: &str = "Tính đến ngày; mặc định là hôm nay";
/// By which tree results are grouped.
pub const TREE: &str = "Cộng theo tổ chức như lúc có kết quả (then) hay như vào ngày tính (now)";
/// Organization of the report.
pub const ORGANIZATION: &str = "Tên tổ chức; không cần khi chỉ có một tổ chức cấp trên cùng";
/// First day of the period.
pub const FROM: &str = "Ngày đầu kỳ; mặc định là đầu năm của ngày tính đến";
/// Last day of the period.
pub const TO: &str = "Ngày cuối kỳ; mặc định là cuối năm của ngày tính đến";
/// Output file.
pub const OUT_FILE: &str = "Tệp sổ sẽ ghi";
/// Output folder.
pub const OUT_FOLDER: &str = "Thư mục sẽ ghi";
/// `--dossiers` of `export`.
pub const DOSSIERS: &str =
    "Ghi cả các phần của hồ sơ (người thân, quá trình công tác…) ra tệp riêng; tệp ấy phải giữ kín";
/// `--as-of` of `export`.
pub const REPORTS_AS_OF: &str = "Lập thêm bảng tiến độ và biểu 1, 2, 2b tính đến ngày này (không dùng với parquet)";
/// Whether to overwrite existing files.
pub const FORCE: &str = "Ghi đè khi đã có";
/// Seed of the generator.
pub const SEED: &str = "Số để tạo lại đúng như cũ";
/// Number of cells generated.
pub const CELLS: &str = "Số chi bộ";
/// Number of candidates generated.
pub const CANDIDATES: &str = "Số quần chúng mỗi chi bộ";
/// The shell.
pub const SHELL: &str = "Trình dòng lệnh";
/// The help option.
pub const HELP_OPTION: &str = "Hiện hướng dẫn";
/// The version option.
pub const VERSION_OPTION: &str = "Hiện phiên bản";
