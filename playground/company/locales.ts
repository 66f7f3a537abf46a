/** The names people have in one part of the world. `romanized` spells the names for e-mail addresses where the script is not Latin. */
export interface Locale {
  readonly tag: string;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  readonly romanized?: { readonly firstNames: readonly string[]; readonly lastNames: readonly string[] };
}

const words = (text: string) => text.split('|');

/** English names stand for most of the contacts; the others are as unusual as names really are. */
export const locales: readonly Locale[] = [
  {
    tag: 'en',
    firstNames: words(
      'Amelia|Oliver|Grace|Noah|Chloe|Ethan|Freya|Marcus|Isla|Theo|Ruby|Samuel|Imogen|Caleb|Naomi|Rhys',
    ),
    lastNames: words(
      "O'Neil|Hartley|McKenzie|D'Angelo|Whitfield|Okafor|St. John|Fitzgerald|Van Dyke|Ashworth|Mbeki|Lovelace|O'Brien-Smith|Pritchard|Nakamura-Jones|Xu",
    ),
  },
  {
    tag: 'de',
    firstNames: words('Jürgen|Anneliese|Sören|Käthe|Björn|Ulrike|Matthäus|Heike'),
    lastNames: words('Müller|von der Heide|Groß|Schönfeld|Weiß|zu Löwenstein|Kärcher|Straßer'),
  },
  {
    tag: 'es',
    firstNames: words('José Luis|María del Carmen|Íñigo|Begoña|Álvaro|Nuria|Ángel|Lucía'),
    lastNames: words(
      'García Márquez|Núñez de la Vega|Ibáñez Peña|Ortega y Gasset|Muñoz Seca|López-Portillo Díaz|Ávila Güell|Castaño Rey',
    ),
  },
  {
    tag: 'ja',
    firstNames: words('健太|美咲|翔|葵|大輔|さくら|直樹|陽子'),
    lastNames: words('佐藤|鈴木|髙橋|渡邉|伊藤|山﨑|小林|中村'),
    romanized: {
      firstNames: words('kenta|misaki|sho|aoi|daisuke|sakura|naoki|yoko'),
      lastNames: words('sato|suzuki|takahashi|watanabe|ito|yamazaki|kobayashi|nakamura'),
    },
  },
  {
    tag: 'is',
    firstNames: words('Björk|Guðmundur|Þórdís|Ægir|Sigríður|Örn|Ásta|Hallgrímur'),
    lastNames: words(
      'Guðmundsdóttir|Þorvaldsson|Ægisdóttir|Örnólfsson|Sigurðardóttir|Jónsson|Ásgeirsdóttir|Hallgrímsson',
    ),
  },
  {
    tag: 'vi',
    firstNames: words('Thị Hương|Văn Đức|Quốc Bảo|Ngọc Ánh|Minh Tuấn|Thùy Linh|Hữu Phước|Kim Liên'),
    lastNames: words('Nguyễn|Trần|Phạm|Đặng|Võ|Bùi|Lê|Hoàng'),
  },
  {
    tag: 'ar',
    firstNames: words('ليلى|يوسف|نور|خالد|مريم|عمر|سلمى|طارق'),
    lastNames: words('الحسيني|بن سعيد|الخطيب|عبد الرحمن|القاضي|المصري|حداد|النجار'),
    romanized: {
      firstNames: words('layla|youssef|nour|khaled|maryam|omar|salma|tariq'),
      lastNames: words('alhusseini|bensaid|alkhatib|abdulrahman|alqadi|almasri|haddad|alnajjar'),
    },
  },
  {
    tag: 'el',
    firstNames: words('Ελένη|Γιώργος|Αικατερίνη|Νίκος|Σοφία|Δημήτρης|Ιωάννα|Κώστας'),
    lastNames: words(
      'Παπαδοπούλου|Αντωνίου|Θεοδωρακόπουλος|Νικολαΐδης|Οικονόμου|Ζαφειρίου|Μαυρομιχάλη|Ψαράς',
    ),
    romanized: {
      firstNames: words('eleni|giorgos|aikaterini|nikos|sofia|dimitris|ioanna|kostas'),
      lastNames: words(
        'papadopoulou|antoniou|theodorakopoulos|nikolaidis|oikonomou|zafeiriou|mavromichali|psaras',
      ),
    },
  },
  {
    tag: 'pl',
    firstNames: words('Małgorzata|Łukasz|Wiesława|Zbigniew|Świętosława|Żaneta|Paweł|Agnieszka'),
    lastNames: words('Wójcik|Brzęczyszczykiewicz|Dąbrowska-Żak|Źrebiec|Łęcki|Szczęsna|Kościuszko|Śliwińska'),
  },
];
